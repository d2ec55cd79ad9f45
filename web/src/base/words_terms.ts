// Words of the ledger: channels, contacts, reports, and what is said of them.
// An entry has both languages; where a number decides, every plural that the language knows.

export const terms = {
  'channel': {
    en: 'Channel',
    ar: 'قناة',
  },
  'channels': {
    en: 'Channels',
    ar: 'القنوات',
  },
  'contact': {
    en: 'contact',
    ar: 'اتصال',
  },
  'conflict': {
    en: 'conflict',
    ar: 'تعارض',
  },
  'article': {
    en: 'Article',
    ar: 'مقال',
  },
  'evidence': {
    en: 'evidence',
    ar: 'الشاهد',
  },
  'condition': {
    en: 'on condition:',
    ar: 'بشرط:',
  },
  'since': {
    en: 'since',
    ar: 'منذ',
  },
  'rank.none': {
    en: 'in general',
    ar: 'عمومًا',
  },
  'state.none': {
    en: 'not yet heard of',
    ar: 'لم يُسمع عنها بعد',
  },
  'state.before': {
    en: 'before:',
    ar: 'قبل ذلك:',
  },
  'channels.n': {
    en: { one: 'channel', other: 'channels' },
    ar: { zero: 'قناة', one: 'قناة', two: 'قناة', few: 'قنوات', many: 'قناةً', other: 'قناة' },
  },
  'contacts.n': {
    en: { one: 'contact', other: 'contacts' },
    ar: { zero: 'اتصال', one: 'اتصال', two: 'اتصال', few: 'اتصالات', many: 'اتصالًا', other: 'اتصال' },
  },
  'reports.n': {
    en: { one: 'report', other: 'reports' },
    ar: { zero: 'تقرير', one: 'تقرير', two: 'تقرير', few: 'تقارير', many: 'تقريرًا', other: 'تقرير' },
  },
  'origins.n': {
    en: { one: 'origin', other: 'origins' },
    ar: { zero: 'أصل', one: 'أصل', two: 'أصل', few: 'أصول', many: 'أصلًا', other: 'أصل' },
  },
  'conflicts.word': {
    en: { one: 'conflict', other: 'conflicts' },
    ar: { zero: 'تعارض', one: 'تعارض', two: 'تعارض', few: 'تعارضات', many: 'تعارضًا', other: 'تعارض' },
  },
  'channels.count': {
    en: { one: '{n} channel', other: '{n} channels' },
    ar: { zero: 'لا قنوات', one: 'قناة واحدة', two: 'قناتان', few: '{n} قنوات', many: '{n} قناةً', other: '{n} قناة' },
  },
  'contacts.count': {
    en: { one: '{n} contact', other: '{n} contacts' },
    ar: { zero: 'لا اتصالات', one: 'اتصال واحد', two: 'اتصالان', few: '{n} اتصالات', many: '{n} اتصالًا', other: '{n} اتصال' },
  },
  'reports.count': {
    en: { one: '{n} report', other: '{n} reports' },
    ar: { zero: 'لا تقارير', one: 'تقرير واحد', two: 'تقريران', few: '{n} تقارير', many: '{n} تقريرًا', other: '{n} تقرير' },
  },
  'lines.count': {
    en: { one: '{n} line', other: '{n} lines' },
    ar: { zero: 'لا أسطر', one: 'سطر واحد', two: 'سطران', few: '{n} أسطر', many: '{n} سطرًا', other: '{n} سطر' },
  },
  'conflicts.n': {
    en: { one: '{n} conflict', other: '{n} conflicts' },
    ar: { zero: 'لا تعارضات', one: 'تعارض واحد', two: 'تعارضان', few: '{n} تعارضات', many: '{n} تعارضًا', other: '{n} تعارض' },
  },
  'origins.stand': {
    en: { one: '{n} origin', other: '{n} origins' },
    ar: { zero: 'بلا أصل', one: 'أصل واحد', two: 'أصلان', few: '{n} أصول', many: '{n} أصلًا', other: '{n} أصل' },
  },
  'origins.explained': {
    en: '{n} independent texts behind {reports} reports: copies count once',
    ar: '{n} من النصوص المستقلة وراء {reports} من التقارير: تُعدّ النسخ مرة واحدة',
  },
  'copies.n': {
    en: { one: '{n} copy of the same text', other: '{n} copies of the same text' },
    ar: { zero: 'لا نسخ', one: 'نسخة واحدة من النص نفسه', two: 'نسختان من النص نفسه', few: '{n} نسخ من النص نفسه', many: '{n} نسخةً من النص نفسه', other: '{n} نسخة من النص نفسه' },
  },
  'copies.explained': {
    en: 'One text stands behind all of these; together they count once.',
    ar: 'وراءها كلها نص واحد، وتُعدّ معًا مرة واحدة.',
  },
  'day.unknown': {
    en: 'day not known',
    ar: 'اليوم غير معروف',
  },
  'day.reported': {
    en: 'reported; its own day is not stated',
    ar: 'يوم النشر؛ لم يُذكر يوم الاتصال',
  },
  'published.by': {
    en: '({method})',
    ar: '({method})',
  },
  'published.unknown': {
    en: 'publication day not known',
    ar: 'يوم النشر غير معروف',
  },
  'publisher.unknown': {
    en: 'publisher not known',
    ar: 'الناشر غير معروف',
  },
  'quote.none': {
    en: 'no sentence kept',
    ar: 'لا جملة محفوظة',
  },
  'said.by': {
    en: 'said by {who}',
    ar: 'قاله: {who}',
  },
  'said.via': {
    en: 'through {via}',
    ar: 'عبر {via}',
  },
  'said.paper': {
    en: 'told by the paper itself',
    ar: 'روته الصحيفة نفسها',
  },
  'report.more': {
    en: { one: '{n} more sentence', other: '{n} more sentences' },
    ar: { zero: 'لا جمل أخرى', one: 'جملة أخرى', two: 'جملتان أخريان', few: '{n} جمل أخرى', many: '{n} جملةً أخرى', other: '{n} جملة أخرى' },
  },
  'reader.open': {
    en: 'Read in the article',
    ar: 'اقرأها في المقال',
  },
  'why.open': {
    en: 'Why this report',
    ar: 'لماذا هذا التقرير',
  },
  'conflict.against': {
    en: 'against',
    ar: 'مقابل',
  },
  'conflicts.title': {
    en: 'Conflicts',
    ar: 'التعارضات',
  },
  'conflicts.explained': {
    en: 'Reports on one channel, about the same time, that cannot both hold. The ledger takes no side.',
    ar: 'تقارير عن قناة واحدة في وقت واحد لا يصحّ كلاها. والسجل لا ينحاز.',
  },
  'conflicts.none': {
    en: 'No reports contradict one another here. Take a filter away to see those of other parties.',
    ar: 'لا تقارير متعارضة هنا. أزل مرشحًا لترى تعارضات أطراف أخرى.',
  },
  'conflicts.more': {
    en: { one: '{n} more conflict', other: '{n} more conflicts' },
    ar: { zero: 'لا تعارضات أخرى', one: 'تعارض آخر', two: 'تعارضان آخران', few: '{n} تعارضات أخرى', many: '{n} تعارضًا آخر', other: '{n} تعارض آخر' },
  },
  'conflicts.all': {
    en: 'All conflicts of this channel',
    ar: 'كل تعارضات هذه القناة',
  },
} as const;
