import { messagesOf } from '../../messages/catalogue.js'

export const record = messagesOf({
  en: {
    'basis.stated': 'the words say it',
    'basis.implied': 'a rule implies it',
    'basis.reviewed': 'a reviewer set it',
    'value.wordless': 'no words in the report carry it',
    'report.title': 'Report',
    'report.text': 'Text of the report',
    'report.record': 'What the record has of it',
    'report.showAll': 'Mark the words of all values',
    'report.occurrence': 'This event by all its sources',
  },
  fr: {
    'basis.stated': 'les mots le disent',
    'basis.implied': 'une règle le déduit',
    'basis.reviewed': 'un relecteur l’a fixé',
    'value.wordless': 'aucun mot de la dépêche ne le porte',
    'report.title': 'Dépêche',
    'report.text': 'Texte de la dépêche',
    'report.record': 'Ce que le registre en retient',
    'report.showAll': 'Marquer les mots de toutes les valeurs',
    'report.occurrence': 'Cet événement selon toutes ses sources',
  },
  ar: {
    'basis.stated': 'تقوله الكلمات',
    'basis.implied': 'تستنتجه قاعدة',
    'basis.reviewed': 'وضعه مراجع',
    'value.wordless': 'لا كلمات في التقرير تحمله',
    'report.title': 'تقرير',
    'report.text': 'نص التقرير',
    'report.record': 'ما يحفظه السجل منه',
    'report.showAll': 'علّم كلمات كل القيم',
    'report.occurrence': 'هذا الحدث بجميع مصادره',
  },
})
