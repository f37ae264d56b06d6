import type { plotsEn } from './plots-en.js'

export const plotsAr: Readonly<Record<keyof typeof plotsEn, string>> = {
  'plot.earlier': 'أبكر',
  'plot.later': 'لاحقًا',
  'plot.in': 'تكبير',
  'plot.out': 'تصغير',
  'plot.all': 'عرض الكل',
  'plot.more': 'اعرض المزيد (بقي {count})',
  'plot.close': 'إغلاق',
  'plot.asList': 'كقائمة',
  'plot.tooMany': 'يوافق المرشّحَ أكثرُ مما يمكن رسمه دفعة واحدة: هذه أول {count}. ضيّق الترشيح لترى غيرها.',
  'plot.place': 'المكان',
  'plot.precision': 'الدقة',
  'plot.events': 'الأحداث',
  'plot.first': 'أول يوم',
  'plot.last': 'آخر يوم',
  'plot.from': 'مَن',
  'plot.to': 'بمَن',
  'plot.kinds': 'الأنواع',
  'unit.day': 'يوم',
  'unit.week': 'أسبوع',
  'unit.month': 'شهر',
  'unit.quarter': 'ربع سنة',
  'unit.year': 'سنة',
  'unit.decade': 'عقد',
  'unit.century': 'قرن',
  'timeline.plot': 'الخط الزمني: الأسهم تحرّك، وزائد وناقص يكبّران ويصغّران، و0 يعرض الكل',
  'timeline.none': 'لم يُذكر يوم لأي من هذه الأحداث.',
  'timeline.bars':
    'zero: خط زمني بأشرطة: لا أحداث | one: خط زمني بأشرطة: حدث واحد | two: خط زمني بأشرطة: حدثان | few: خط زمني بأشرطة: {count} أحداث | many: خط زمني بأشرطة: {count} حدثًا | other: خط زمني بأشرطة: {count} حدث',
  'timeline.bins':
    'zero: خط زمني: لا أحداث، معدودة لكل {unit} | one: خط زمني: حدث واحد، معدودة لكل {unit} | two: خط زمني: حدثان، معدودة لكل {unit} | few: خط زمني: {count} أحداث، معدودة لكل {unit} | many: خط زمني: {count} حدثًا، معدودة لكل {unit} | other: خط زمني: {count} حدث، معدودة لكل {unit}',
  'timeline.most': 'حتى {most} لكل {unit}',
  'timeline.within':
    'zero: لا أحداث في هذه الأيام | one: حدث واحد في هذه الأيام | two: حدثان في هذه الأيام | few: {count} أحداث في هذه الأيام | many: {count} حدثًا في هذه الأيام | other: {count} حدث في هذه الأيام',
  'timeline.spread': 'و{number} بتوزيع أحداث ربما وقعت في أيام أخرى',
  'timeline.seen': 'المعروض: من {from} إلى {to}',
  'timeline.chosen': 'المدة المختارة',
  'timeline.first': 'أول يوم',
  'timeline.last': 'آخر يوم',
  'timeline.anyTime': 'أي وقت',
  'timeline.legend':
    'يمتد كل شريط من أول يوم إلى آخر يوم تسمح به الكلمات. الطرف الباهت ذُكر بالشهر أو السنة أو تقريبًا فقط، والطرف الذي يتلاشى لم يُذكر. الأشرطة المجوّفة: متنازع عليه أو متوقَّع أو منفي. فوق 2000 حدث تُعدّ الأحداث: مصمتة إن وقعت أيامها كلها في عمود واحد، وباهتة إن وُزّعت بالتساوي على الأيام الممكنة.',
  'timeline.open':
    'zero: لا أحداث، أحد طرفيها غير مذكور: ليست في أي عمود. | one: حدث واحد، أحد طرفيها غير مذكور: ليست في أي عمود. | two: حدثان، أحد طرفيها غير مذكور: ليست في أي عمود. | few: {count} أحداث، أحد طرفيها غير مذكور: ليست في أي عمود. | many: {count} حدثًا، أحد طرفيها غير مذكور: ليست في أي عمود. | other: {count} حدث، أحد طرفيها غير مذكور: ليست في أي عمود.',
  'timeline.part':
    'الأشرطة الباهتة خارج المدة المختارة. الأحداث التي لا يوم لها لا توافق أي مدة فتُترك جانبًا.',
  'timeline.keys':
    'اسحب للتحريك؛ واسحب على التواريخ، أو مع Shift، لاختيار مدة؛ وCtrl مع العجلة، أو إصبعان، للتكبير. والأسهم وزائد وناقص و0 تفعل مثل ذلك.',
  'timeline.undated':
    'zero: لا أحداث، لم يُذكر يومها | one: حدث واحد، لم يُذكر يومها | two: حدثان، لم يُذكر يومها | few: {count} أحداث، لم يُذكر يومها | many: {count} حدثًا، لم يُذكر يومها | other: {count} حدث، لم يُذكر يومها',
  'timeline.inView': 'الأحداث المعروضة',
  'map.plot': 'الخريطة: الأسهم تحرّك، وزائد وناقص يكبّران ويصغّران، و0 يعرض الكل',
  'map.label':
    'zero: خريطة: لا أحداث | one: خريطة: حدث واحد | two: خريطة: حدثان | few: خريطة: {count} أحداث | many: خريطة: {count} حدثًا | other: خريطة: {count} حدث',
  'map.west': 'غربًا',
  'map.east': 'شرقًا',
  'map.north': 'شمالًا',
  'map.south': 'جنوبًا',
  'map.mark': 'ارسم إطارًا',
  'map.onlyView': 'المعروض فقط',
  'map.anywhere': 'أي مكان',
  'map.box': 'الإطار {west} – {east}، {south} – {north}',
  'map.box.help': 'الحدث المذكور لبلد فقط أو بلا إحداثيات ليس في أي إطار.',
  'map.box.remove': 'أزل الإطار',
  'map.inView': 'في هذا العرض',
  'map.placesInView':
    'zero: لا أماكن | one: مكان واحد، {events} | two: مكانان، {events} | few: {count} أماكن، {events} | many: {count} مكانًا، {events} | other: {count} مكان، {events}',
  'map.notOnMap': 'ليست على الخريطة',
  'map.listed':
    'zero: لا أحداث، في أماكن بلا إحداثيات | one: حدث واحد، في أماكن بلا إحداثيات | two: حدثان، في أماكن بلا إحداثيات | few: {count} أحداث، في أماكن بلا إحداثيات | many: {count} حدثًا، في أماكن بلا إحداثيات | other: {count} حدث، في أماكن بلا إحداثيات',
  'map.untold':
    'zero: لا أحداث، لم يُذكر مكانها | one: حدث واحد، لم يُذكر مكانها | two: حدثان، لم يُذكر مكانها | few: {count} أحداث، لم يُذكر مكانها | many: {count} حدثًا، لم يُذكر مكانها | other: {count} حدث، لم يُذكر مكانها',
  'map.within': '{level}، ضمن {radius} كم',
  'map.counts':
    'على الخريطة: {located} في أماكن لها إحداثيات، و{countries} مذكورة لبلد فقط. بجانبها فقط: {unlocated}.',
  'map.legend':
    'القرص هو المدى حول الإحداثيات الذي قد يُقصد به المكان، وليس نقطة: موقع {site} كم، بلدة {town} كم، ناحية {district} كم، محافظة {province} كم، إقليم أو مياه {region} كم؛ ولا يصغر عما يُرى. البلد المظلّل بخطوط له أحداث مذكورة للبلد فقط، والعدد يقول كم هي.',
  'map.cells': 'أكثر من 500 مكان معروض: كل مربع فيه عدد الأحداث في أماكنه. كبّر لترى الأماكن.',
  'map.keys':
    'اسحب للتحريك؛ وCtrl مع العجلة، أو إصبعان، للتكبير؛ وShift مع السحب لرسم إطار. النقر على مكان يرشّح باسمه.',
  'map.borders.natural-earth':
    'الحدود: Natural Earth 4.1 (world-atlas 2.0.2)، وهي ترسم من يسيطر على المكان فعليًا أيًّا كان من يطالب به. لا ينحاز Herodotus بها؛ والأمر herodotus desk --borders FILE يرسم غيرها.',
  'map.borders.own': 'الحدود: من الملف الذي فُتح به هذا المكتب.',
  'map.borders.unreadable': 'تعذّرت قراءة الحدود: تُرسم الأماكن دونها.',
  'level.site': 'موقع',
  'level.town': 'بلدة',
  'level.district': 'ناحية',
  'level.province': 'محافظة',
  'level.region': 'إقليم',
  'level.country': 'بلد',
  'level.water': 'مياه',
  'network.none': 'لم يُذكر فاعل لأي من هذه الأحداث.',
  'network.label':
    'zero: شبكة بلا صلات | one: شبكة بصلة واحدة؛ والجدول أدناه مثلها | two: شبكة بصلتين؛ والجدول أدناه مثلها | few: شبكة من {count} صلات؛ والجدول أدناه مثلها | many: شبكة من {count} صلة؛ والجدول أدناه مثلها | other: شبكة من {count} صلة؛ والجدول أدناه مثلها',
  'network.counts': 'عدد الفاعلين: {actors}. السهم ممن يفعل إلى من يقع عليه الفعل، وعرضه بعدد الأحداث.',
  'network.without': 'أحداث لم يُذكر فيها أي طرف: {count}.',
  'network.shown':
    'رُسم {actors} من الفاعلين الذين ذُكر طرف مقابل لهم، ممن هم في أكثر الأحداث، و{ties} من أكثر الصلات أحداثًا؛ والجدول فيه الجميع.',
  'network.table': 'مَن بمَن',
  'network.words': 'أسماء أو أنواع',
  'network.rows':
    'zero: لا أزواج | one: زوج واحد | two: زوجان | few: {count} أزواج | many: {count} زوجًا | other: {count} زوج',
  'network.untold': 'غير مذكور',
  'network.only': 'الأحداث التي فيها {name} فقط',
  'network.choose':
    'zero: {from} ← {to}: اعرض {count} من الأحداث | one: {from} ← {to}: اعرض {count} من الأحداث | two: {from} ← {to}: اعرض {count} من الأحداث | few: {from} ← {to}: اعرض {count} أحداث | many: {from} ← {to}: اعرض {count} حدثًا | other: {from} ← {to}: اعرض {count} حدث',
  'family.violence': 'عنف',
  'family.control': 'سيطرة',
  'family.movement': 'تحرّك',
  'family.politics': 'سياسة',
  'family.speech': 'قول',
}
