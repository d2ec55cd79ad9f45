// Words of the frame: where to go, what went wrong.
// An entry has both languages; where a number decides, every plural that the language knows.

export const frame = {
  'brand': {
    en: 'Qanat',
    ar: 'قناة',
  },
  'skip': {
    en: 'Skip to the content',
    ar: 'انتقل إلى المحتوى',
  },
  'nav': {
    en: 'Views',
    ar: 'العروض',
  },
  'nav.now': {
    en: 'Now',
    ar: 'الآن',
  },
  'nav.conflicts': {
    en: 'Conflicts',
    ar: 'التعارضات',
  },
  'nav.graph': {
    en: 'Graph',
    ar: 'الشبكة',
  },
  'nav.matrix': {
    en: 'Matrix',
    ar: 'المصفوفة',
  },
  'nav.search': {
    en: 'Search',
    ar: 'البحث',
  },
  'nav.brief': {
    en: 'Brief',
    ar: 'الموجز',
  },
  'nav.data': {
    en: 'Data',
    ar: 'البيانات',
  },
  'theme.light': {
    en: 'Switch to light',
    ar: 'التبديل إلى الوضع الفاتح',
  },
  'theme.dark': {
    en: 'Switch to dark',
    ar: 'التبديل إلى الوضع الداكن',
  },
  'live.on': {
    en: 'Live: changes are told as they come',
    ar: 'مباشر: تُعلَن التغييرات فور ورودها',
  },
  'live.off': {
    en: 'Not live: no connection to the server',
    ar: 'غير مباشر: لا اتصال بالخادم',
  },
  'live.changes': {
    en: { one: '{n} new change', other: '{n} new changes' },
    ar: { zero: 'لا تغييرات جديدة', one: 'تغيير جديد واحد', two: 'تغييران جديدان', few: '{n} تغييرات جديدة', many: '{n} تغييرًا جديدًا', other: '{n} تغيير جديد' },
  },
  'live.show': {
    en: { one: '{n} new change: show', other: '{n} new changes: show' },
    ar: { zero: 'اعرض الجديد', one: 'تغيير جديد: اعرضه', two: 'تغييران جديدان: اعرضهما', few: '{n} تغييرات جديدة: اعرضها', many: '{n} تغييرًا جديدًا: اعرضها', other: '{n} تغيير جديد: اعرضها' },
  },
  'foot.honest': {
    en: 'Read by machine, and machines misread. Every line opens on the sentence that it came from; copies of one text count once; where reports contradict one another, both are shown.',
    ar: 'قرأته آلة، والآلة تخطئ. كل سطر يفضي إلى الجملة التي جاء منها، ونُسَخ النص الواحد تُعَدّ مرة واحدة، وحيث تتعارض التقارير يُعرض كلاها.',
  },
  'loading': {
    en: 'Loading',
    ar: 'جارٍ التحميل',
  },
  'close': {
    en: 'Close',
    ar: 'إغلاق',
  },
  'comma': {
    en: ', ',
    ar: '، ',
  },
  'in': {
    en: 'in',
    ar: 'في',
  },
  'more': {
    en: 'Show more',
    ar: 'عرض المزيد',
  },
  'more.shown': {
    en: '{shown} of {total}',
    ar: '{shown} من {total}',
  },
  'nothing': {
    en: 'Nothing here',
    ar: 'لا شيء هنا',
  },
  'nothing.ledger': {
    en: 'The ledger is empty. Read pages into it: qanat ingest PATH --ledger FILE; they appear here as they come in.',
    ar: 'السجل فارغ. أدخل صفحات إليه بالأمر qanat ingest، فتظهر هنا حال ورودها.',
  },
  'nothing.filtered': {
    en: 'No channel passes all of these filters. Take one away, or widen the period.',
    ar: 'لا قناة تطابق هذه المرشحات كلها. أزل أحدها أو وسّع المدة.',
  },
  'trouble.again': {
    en: 'Try again',
    ar: 'أعد المحاولة',
  },
  'trouble.home': {
    en: 'To the channels',
    ar: 'إلى القنوات',
  },
  'trouble.nothing': {
    en: 'There is no such thing in this ledger',
    ar: 'لا وجود لهذا في السجل',
  },
  'trouble.no_view': {
    en: 'No view has this address.',
    ar: 'لا عرض بهذا العنوان.',
  },
  'trouble.unreachable': {
    en: 'The server does not answer',
    ar: 'الخادم لا يجيب',
  },
  'trouble.unreachable.detail': {
    en: 'Is qanat serve still running? Start it again, then try again.',
    ar: 'هل ما زال qanat serve يعمل؟ شغّله ثم أعد المحاولة.',
  },
  'trouble.fault': {
    en: 'The board has a fault',
    ar: 'في اللوحة خلل',
  },
  'trouble.asked': {
    en: 'This cannot be understood',
    ar: 'تعذّر فهم الطلب',
  },
  'trouble.server': {
    en: 'The server cannot answer just now',
    ar: 'لا يستطيع الخادم الإجابة الآن',
  },
} as const;
