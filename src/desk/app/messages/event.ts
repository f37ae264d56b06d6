import { messagesOf } from '../../messages/catalogue.js'

export const event = messagesOf({
  en: {
    'event.led':
      '{id} leads here: a reviewer joined it to this event, split it from it, or it was read anew under another name.',
    'event.review': 'Review it',
    'event.send': 'Page to send',
    'event.send.help': 'One HTML file that opens anywhere, with the texts, the sources and the decisions',
    'event.open': 'Open it to print',
    'event.matrix.help': 'Each value leads to its words.',
    'event.sameAs': 'as {sources}',
    'event.takeOff': 'Take off',
    'event.takeOff.help': 'Take off {source}: it tells of another occurrence',
    'event.policy.choose': 'Policy',
    'event.policy.none': 'no number',
    'event.policy.sources': 'From {sources}.',
    'event.byPolicy': '{best} {what} ({low}–{high}, by {policy})',
    'event.byPolicyOne': '{best} {what} (by {policy})',
    'policy.lowest': 'The lowest number told is the best; the highest is the high. As ACLED does.',
    'policy.range':
      'From the lowest to the highest number told; the best is the middle one, of two the lower. As UCDP’s three numbers.',
    'policy.majority':
      'The best is the number that most sources give, of equals the lower; two outlets that cite one voice are one source.',
    'policy.unconfirmed-apart':
      'As range, but only of what a report says in its own voice, or two outlets say by different voices.',
    'policy.by-source-priority': 'The numbers of the source that you trust most.',
    'event.undo': 'Undo',
  },
  fr: {
    'event.led':
      '{id} mène ici : un relecteur l’a joint à cet événement ou l’en a séparé, ou il a été relu sous un autre nom.',
    'event.review': 'Relire',
    'event.send': 'Page à envoyer',
    'event.send.help': 'Un fichier HTML qui s’ouvre partout, avec les textes, les sources et les décisions',
    'event.open': 'L’ouvrir pour imprimer',
    'event.matrix.help': 'Chaque valeur mène à ses mots.',
    'event.sameAs': 'comme {sources}',
    'event.takeOff': 'Détacher',
    'event.takeOff.help': 'Détacher {source} : il parle d’un autre fait',
    'event.policy.choose': 'Règle',
    'event.policy.none': 'aucun nombre',
    'event.policy.sources': 'D’après {sources}.',
    'event.byPolicy': '{best} {what} ({low}–{high}, selon {policy})',
    'event.byPolicyOne': '{best} {what} (selon {policy})',
    'policy.lowest': 'Le plus petit nombre dit est le meilleur, le plus grand est le haut. Comme ACLED.',
    'policy.range':
      'Du plus petit au plus grand nombre dit ; le meilleur est celui du milieu, de deux le plus petit. Comme les trois nombres de l’UCDP.',
    'policy.majority':
      'Le meilleur est le nombre que donnent le plus de sources, à égalité le plus petit ; deux médias qui citent une même voix sont une source.',
    'policy.unconfirmed-apart':
      'Comme range, mais seulement de ce qu’une dépêche dit de sa propre voix, ou que deux médias disent par des voix différentes.',
    'policy.by-source-priority': 'Les nombres de la source à laquelle vous vous fiez le plus.',
    'event.undo': 'Annuler',
  },
  ar: {
    'event.led': '‏{id} يقود إلى هنا: ضمّه مراجع إلى هذا الحدث أو فصله عنه، أو قُرئ من جديد باسم آخر.',
    'event.review': 'راجعه',
    'event.send': 'صفحة للإرسال',
    'event.send.help': 'ملف HTML واحد يُفتح في أي مكان، فيه النصوص والمصادر والقرارات',
    'event.open': 'افتحها للطباعة',
    'event.matrix.help': 'كل قيمة تقود إلى كلماتها.',
    'event.sameAs': 'مثل {sources}',
    'event.takeOff': 'افصله',
    'event.takeOff.help': 'افصله: {source} يتحدث عن واقعة أخرى',
    'event.policy.choose': 'القاعدة',
    'event.policy.none': 'لا عدد',
    'event.policy.sources': 'من {sources}.',
    'event.byPolicy': '{best} {what} ({low}–{high}، وفق {policy})',
    'event.byPolicyOne': '{best} {what} (وفق {policy})',
    'policy.lowest': 'أدنى عدد ذُكر هو الأرجح، وأعلاه هو الأعلى. كما تفعل ACLED.',
    'policy.range': 'من أدنى عدد ذُكر إلى أعلاه؛ والأرجح أوسطها، ومن اثنين أقلهما. كأعداد UCDP الثلاثة.',
    'policy.majority':
      'الأرجح هو العدد الذي تذكره أكثر المصادر، وعند التساوي أقلها؛ ووسيلتان تنقلان عن صوت واحد مصدر واحد.',
    'policy.unconfirmed-apart': 'مثل range، لكن مما يقوله تقرير بصوته، أو تقوله وسيلتان بصوتين مختلفين.',
    'policy.by-source-priority': 'أعداد المصدر الذي تثق به أكثر.',
    'event.undo': 'تراجع',
  },
})
