// Words of the listings: columns, periods, what changed.
// An entry has both languages; where a number decides, every plural that the language knows.

export const listing = {
  'timeline': {
    en: 'Contacts in time',
    ar: 'الاتصالات عبر الزمن',
  },
  'phase.begins': {
    en: 'The channel’s state from here on:',
    ar: 'حالة القناة من هنا فصاعدًا:',
  },
  'strip.label': {
    en: 'States and contacts from {from} to {to}; the list below tells the same',
    ar: 'الحالات والاتصالات من {from} إلى {to}؛ والقائمة أدناه تقول الشيء نفسه',
  },
  'timeline.more': {
    en: { one: '{n} earlier contact is not shown; the export has all.', other: '{n} earlier contacts are not shown; the export has all.' },
    ar: { zero: '', one: 'اتصال أقدم غير معروض؛ التصدير يشمل الكل.', two: 'اتصالان أقدمان غير معروضين؛ التصدير يشمل الكل.', few: '{n} اتصالات أقدم غير معروضة؛ التصدير يشمل الكل.', many: '{n} اتصالًا أقدم غير معروضة؛ التصدير يشمل الكل.', other: '{n} اتصال أقدم غير معروضة؛ التصدير يشمل الكل.' },
  },
  'now.title': {
    en: 'Who is talking to whom',
    ar: 'من يتحدث مع من',
  },
  'changes.title': {
    en: 'What changed',
    ar: 'ما الذي تغيّر',
  },
  'changes.span': {
    en: 'Period',
    ar: 'المدة',
  },
  'changes.none': {
    en: 'Nothing changed in this period. Choose a longer one, or another day.',
    ar: 'لم يتغير شيء في هذه المدة. اختر مدة أطول أو يومًا آخر.',
  },
  'span.day': {
    en: 'Day',
    ar: 'يوم',
  },
  'span.week': {
    en: 'Week',
    ar: 'أسبوع',
  },
  'span.month': {
    en: 'Month',
    ar: 'شهر',
  },
  'span.year': {
    en: 'Year',
    ar: 'سنة',
  },
  'feed': {
    en: 'Atom feed',
    ar: 'خلاصة Atom',
  },
  'export': {
    en: 'Export',
    ar: 'تصدير',
  },
  'export.reports': {
    en: 'Reports, {as}',
    ar: 'التقارير، {as}',
  },
  'export.persons': {
    en: 'Persons, {as}',
    ar: 'الأشخاص، {as}',
  },
  'column.status': {
    en: 'State',
    ar: 'الحالة',
  },
  'column.channel': {
    en: 'Channel',
    ar: 'القناة',
  },
  'column.kind': {
    en: 'Rank or mechanism',
    ar: 'الرتبة أو الآلية',
  },
  'column.since': {
    en: 'Since',
    ar: 'منذ',
  },
  'column.word': {
    en: 'Last word, and whose',
    ar: 'آخر ما قيل، وقائله',
  },
  'column.origins': {
    en: 'Origins',
    ar: 'الأصول',
  },
  'column.last': {
    en: 'Last heard',
    ar: 'آخر ذكر',
  },
  'column.party': {
    en: 'Party',
    ar: 'الطرف',
  },
  'column.person': {
    en: 'Person',
    ar: 'الشخص',
  },
  'column.rank': {
    en: 'Rank',
    ar: 'الرتبة',
  },
  'column.role': {
    en: 'Role',
    ar: 'الصفة',
  },
  'column.channels': {
    en: 'Channels',
    ar: 'القنوات',
  },
  'column.reports': {
    en: 'Reports',
    ar: 'التقارير',
  },
  'column.contacts': {
    en: 'Contacts',
    ar: 'الاتصالات',
  },
  'column.conflicts': {
    en: 'Conflicts',
    ar: 'التعارضات',
  },
} as const;
