import type { Language } from '../../messages/catalogue.js'

/** What went wrong and the way on, in the languages that the server does not speak, by the code of its fault. */
export const faultsIn: Readonly<
  Record<Exclude<Language, 'en'>, Readonly<Record<string, readonly [message: string, help: string]>>>
> = {
  fr: {
    'no-session': [
      'Ce navigateur n’a pas ouvert le lien du bureau, ou le bureau a été relancé depuis.',
      'Appuyez sur Entrée dans le terminal où il tourne : il affiche un nouveau lien. Ce que vous avez décidé est gardé.',
    ],
    locked: [
      'Un autre programme écrit dans le registre.',
      'Le bureau reprend de lui-même quand il a fini. D’ici là, ce que vous décidez attend dans ce navigateur.',
    ],
    'file-gone': [
      'Le fichier du registre n’est plus à sa place, ou un autre l’y remplace.',
      'Remettez-y le même fichier, et le bureau reprend de lui-même. Pour continuer avec celui qui s’y trouve, arrêtez le bureau dans son terminal (Ctrl-C), relancez-le et ouvrez le lien qu’il affiche. D’ici là, ce que vous décidez attend dans ce navigateur.',
    ],
    'cannot-open': [
      'Le fichier du registre ne peut être lu.',
      'Rendez lisibles le fichier et son dossier, et le bureau reprend de lui-même. D’ici là, ce que vous décidez attend dans ce navigateur.',
    ],
    'read-only': [
      'Le registre ne peut être écrit.',
      'Rendez inscriptibles le fichier et son dossier, et le bureau reprend de lui-même. D’ici là, ce que vous décidez attend dans ce navigateur.',
    ],
    'disk-full': [
      'Le disque est plein.',
      'Libérez de la place, et le bureau reprend de lui-même. D’ici là, ce que vous décidez attend dans ce navigateur.',
    ],
    unreachable: [
      'Le serveur de la base de données ne répond pas.',
      'Démarrez-le, et le bureau reprend de lui-même. D’ici là, ce que vous décidez attend dans ce navigateur.',
    ],
    'connection-lost': [
      'La liaison avec le serveur de la base de données est rompue.',
      'Quand il est de retour, le bureau reprend de lui-même. D’ici là, ce que vous décidez attend dans ce navigateur.',
    ],
    damaged: [
      'Le registre n’est plus tel qu’il a été gardé.',
      'Arrêtez le bureau (Ctrl-C) et lancez herodotus verify : il dit ce qui est abîmé.',
    ],
    'no-event': [
      'Aucun événement de ce nom n’est dans le registre.',
      'Il a pu être rejeté en relecture : sa dépêche le montre encore. La liste des événements a ceux qui y sont.',
    ],
    'no-report': [
      'Aucune dépêche de ce nom n’est dans le registre.',
      'La liste des événements mène aux dépêches qui y sont.',
    ],
    changed: [
      'Quelqu’un a décidé de ceci entre-temps.',
      'Regardez ce qu’il en est maintenant, et décidez de nouveau.',
    ],
    internal: [
      'Le serveur du bureau a échoué.',
      'Ce qui a été enregistré est gardé. Le terminal où tourne le bureau dit ce qui s’est passé.',
    ],
  },
  ar: {
    'no-session': [
      'لم يفتح هذا المتصفح رابط المكتب، أو أُعيد تشغيل المكتب بعد ذلك.',
      'اضغط Enter في الطرفية التي يعمل فيها: يطبع رابطًا جديدًا. ما قررته محفوظ.',
    ],
    locked: [
      'برنامج آخر يكتب في السجل.',
      'يتابع المكتب من تلقاء نفسه حين ينتهي. وحتى ذلك الحين ينتظر ما تقرره في هذا المتصفح.',
    ],
    'file-gone': [
      'ملف السجل لم يعد في مكانه، أو حلّ ملف آخر محله.',
      'أعد الملف نفسه فيتابع المكتب من تلقاء نفسه. وللمتابعة بالملف الموجود الآن أوقف المكتب في طرفيته (Ctrl-C) وشغّله من جديد وافتح الرابط الذي يطبعه. وحتى ذلك الحين ينتظر ما تقرره في هذا المتصفح.',
    ],
    'cannot-open': [
      'لا يمكن قراءة ملف السجل.',
      'اجعل الملف ومجلده مقروءين فيتابع المكتب من تلقاء نفسه. وحتى ذلك الحين ينتظر ما تقرره في هذا المتصفح.',
    ],
    'read-only': [
      'لا يمكن الكتابة في السجل.',
      'اجعل الملف ومجلده قابلين للكتابة فيتابع المكتب من تلقاء نفسه. وحتى ذلك الحين ينتظر ما تقرره في هذا المتصفح.',
    ],
    'disk-full': [
      'القرص ممتلئ.',
      'أفرغ بعض المساحة فيتابع المكتب من تلقاء نفسه. وحتى ذلك الحين ينتظر ما تقرره في هذا المتصفح.',
    ],
    unreachable: [
      'خادم قاعدة البيانات لا يجيب.',
      'شغّله فيتابع المكتب من تلقاء نفسه. وحتى ذلك الحين ينتظر ما تقرره في هذا المتصفح.',
    ],
    'connection-lost': [
      'انقطع الاتصال بخادم قاعدة البيانات.',
      'حين يعود يتابع المكتب من تلقاء نفسه. وحتى ذلك الحين ينتظر ما تقرره في هذا المتصفح.',
    ],
    damaged: ['لم يعد السجل كما حُفظ.', 'أوقف المكتب (Ctrl-C) وشغّل herodotus verify: يقول ما الذي تلف.'],
    'no-event': [
      'لا حدث بهذا الاسم في السجل.',
      'ربما رُفض في المراجعة: ما زال تقريره يعرضه. وفي قائمة الأحداث ما هو موجود.',
    ],
    'no-report': ['لا تقرير بهذا الاسم في السجل.', 'تقود قائمة الأحداث إلى التقارير الموجودة.'],
    changed: ['قرر أحدهم في هذا في الأثناء.', 'انظر إليه كما هو الآن، وقرر من جديد.'],
    internal: ['أخفق خادم المكتب في هذا.', 'ما حُفظ محفوظ. والطرفية التي يعمل فيها المكتب تقول ما الذي حدث.'],
  },
}
