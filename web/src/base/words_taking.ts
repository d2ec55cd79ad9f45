// Words of what is taken away: the brief, the data.
// An entry has both languages; where a number decides, every plural that the language knows.

export const taking = {
  'brief.title': {
    en: 'Brief',
    ar: 'موجز',
  },
  'brief.open': {
    en: 'As a brief, to print',
    ar: 'موجزًا للطباعة',
  },
  'brief.print': {
    en: 'Print or save as PDF',
    ar: 'اطبع أو احفظ بصيغة PDF',
  },
  'brief.none': {
    en: 'Nothing changed in this period between these parties. Choose a longer period, or fewer parties.',
    ar: 'لم يتغير شيء في هذه المدة بين هذه الأطراف. اختر مدة أطول أو أطرافًا أقل.',
  },
  'brief.narrow': {
    en: 'Choose parties or a shorter period to see the rest.',
    ar: 'اختر أطرافًا أو مدة أقصر لترى الباقي.',
  },
  'brief.for': {
    en: 'for',
    ar: 'لموعد',
  },
  'data.lead': {
    en: 'What the ledger holds, and everything to take away.',
    ar: 'ما في السجل، وكل ما يمكن أخذه منه.',
  },
  'data.take': {
    en: 'To take away',
    ar: 'للتنزيل',
  },
  'data.holds': {
    en: 'What the ledger holds',
    ar: 'ما في السجل',
  },
  'data.channels': {
    en: 'Channels',
    ar: 'القنوات',
  },
  'data.channels.detail': {
    en: 'a row a channel, with its state',
    ar: 'سطر لكل قناة مع حالتها',
  },
  'data.contacts': {
    en: 'Contacts',
    ar: 'الاتصالات',
  },
  'data.contacts.detail': {
    en: 'a row a meeting, call, visit',
    ar: 'سطر لكل لقاء أو مكالمة أو زيارة',
  },
  'data.reports': {
    en: 'Reports',
    ar: 'التقارير',
  },
  'data.reports.detail': {
    en: 'what single articles say, with the sentence',
    ar: 'ما تقوله المقالات مفردةً، مع الجملة',
  },
  'data.conflicts': {
    en: 'Conflicts',
    ar: 'التعارضات',
  },
  'data.conflicts.detail': {
    en: 'both sides with their sentences',
    ar: 'الجانبان مع جملتيهما',
  },
  'data.changes': {
    en: 'Changes',
    ar: 'التغييرات',
  },
  'data.changes.detail': {
    en: 'what each newly read article altered',
    ar: 'ما غيّره كل مقال جديد',
  },
  'data.actors': {
    en: 'Parties',
    ar: 'الأطراف',
  },
  'data.actors.detail': {
    en: 'codes and names in both languages',
    ar: 'الرموز والأسماء باللغتين',
  },
  'data.persons': {
    en: 'Persons',
    ar: 'الأشخاص',
  },
  'data.persons.detail': {
    en: 'names as written, with party and roles',
    ar: 'الأسماء كما وردت، مع الطرف والصفات',
  },
  'data.articles': {
    en: 'Articles',
    ar: 'المقالات',
  },
  'data.articles.detail': {
    en: 'what is known of each, without its text',
    ar: 'ما يُعرف عن كل منها بلا نصه',
  },
  'data.events': {
    en: 'Event data',
    ar: 'بيانات الأحداث',
  },
  'data.events.detail': {
    en: 'PLOVER and CAMEO codes, a row a contact, with our status and evidence',
    ar: 'رموز PLOVER وCAMEO، سطر لكل اتصال، مع حالتنا وشواهدنا',
  },
  'data.graph': {
    en: 'Graph',
    ar: 'الشبكة',
  },
  'data.graph.detail': {
    en: 'for Gephi, yEd, networkx',
    ar: 'لبرامج Gephi وyEd وnetworkx',
  },
  'data.ledger': {
    en: 'The whole ledger',
    ar: 'السجل كله',
  },
  'data.ledger.detail': {
    en: 'canonical lines, the same for the same pages',
    ar: 'أسطر معيارية، واحدة للصفحات نفسها',
  },
  'data.api': {
    en: 'API',
    ar: 'واجهة البرمجة',
  },
  'data.api.detail': {
    en: 'The same for programs.',
    ar: 'الشيء نفسه للبرامج.',
  },
  'data.dates': {
    en: 'How publication days were obtained',
    ar: 'كيف عُرفت أيام النشر',
  },
  'data.dates.detail': {
    en: '“given” and metadata came with the page; the others were read off it and are less certain.',
    ar: 'ما جاء مع الصفحة أو بياناتها مؤكد؛ وما سواه قُرئ منها وهو أقل يقينًا.',
  },
  'data.months': {
    en: 'Contacts by month',
    ar: 'الاتصالات بحسب الشهر',
  },
  'data.publishers': {
    en: 'Articles by publisher',
    ar: 'المقالات بحسب الناشر',
  },
  'total.pages': {
    en: 'Pages',
    ar: 'الصفحات',
  },
  'total.articles': {
    en: 'Articles',
    ar: 'المقالات',
  },
  'total.origins': {
    en: 'Origins',
    ar: 'الأصول',
  },
  'total.reports': {
    en: 'Reports',
    ar: 'التقارير',
  },
  'total.contacts': {
    en: 'Contacts',
    ar: 'الاتصالات',
  },
  'total.channels': {
    en: 'Channels',
    ar: 'القنوات',
  },
  'total.conflicts': {
    en: 'Conflicts',
    ar: 'التعارضات',
  },
  'total.actors': {
    en: 'Parties',
    ar: 'الأطراف',
  },
  'total.persons': {
    en: 'Persons',
    ar: 'الأشخاص',
  },
} as const;
