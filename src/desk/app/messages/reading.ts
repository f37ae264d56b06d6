import { messagesOf } from '../../messages/catalogue.js'

/** For people who read this all day, and for those who hear what they read. */
export const reading = messagesOf({
  en: {
    'report.warning': 'The record has it that this report tells of: {what}.',
    'report.warning.unknown':
      'Nothing is recorded of this report: what it describes cannot be said beforehand.',
    'report.show': 'Show the text',
    'does.names': 'show people’s names on this page, or blur them again',
    'does.text': 'show a text that is behind its warning',
    'settings.blurNames.help':
      'A name is clear while it is pointed at or its control has the focus; {key} shows all of a page. Screen readers read them.',
    'jump.words': 'To its words in the text',
    'jump.value': 'To the value: {what}',
  },
  fr: {
    'report.warning': 'Selon le registre, cette dépêche parle de : {what}.',
    'report.warning.unknown':
      'Rien n’est retenu de cette dépêche : on ne peut dire d’avance ce qu’elle décrit.',
    'report.show': 'Montrer le texte',
    'does.names': 'montrer les noms de personnes de la page, ou les flouter de nouveau',
    'does.text': 'montrer un texte caché derrière son avertissement',
    'settings.blurNames.help':
      'Un nom est net tant qu’on le pointe ou que sa commande a le focus ; {key} montre tous ceux de la page. Les lecteurs d’écran les lisent.',
    'jump.words': 'Vers ses mots dans le texte',
    'jump.value': 'Vers la valeur : {what}',
  },
  ar: {
    'report.warning': 'بحسب السجل، يروي هذا التقرير: {what}.',
    'report.warning.unknown': 'لا شيء مسجّل من هذا التقرير: لا يمكن القول مسبقًا ما الذي يصفه.',
    'report.show': 'اعرض النص',
    'does.names': 'إظهار أسماء الأشخاص في هذه الصفحة أو طمسها من جديد',
    'does.text': 'إظهار نص وراء تنبيه',
    'settings.blurNames.help':
      'يتضح الاسم ما دام مشارًا إليه أو كان التركيز على أداته؛ ويُظهر {key} كل أسماء الصفحة. وتقرؤها قارئات الشاشة.',
    'jump.words': 'إلى كلماتها في النص',
    'jump.value': 'إلى القيمة: {what}',
  },
})
