// Words of single views.
// An entry has both languages; where a number decides, every plural that the language knows.

export const views = {
  'party.channels': {
    en: 'Its channels',
    ar: 'قنواته',
  },
  'party.partners': {
    en: 'In contact with',
    ar: 'على اتصال مع',
  },
  'party.persons': {
    en: 'Through whom',
    ar: 'عبر من',
  },
  'party.no_persons': {
    en: 'No persons are named.',
    ar: 'لا أشخاص مذكورين.',
  },
  'search.words': {
    en: 'Words of an article, or a name',
    ar: 'كلمات من مقال أو اسم',
  },
  'search.help': {
    en: 'Every word must occur, in any spelling and with any clitic: لافروف also finds ولافروف and للافروف. The last word may be the beginning of one.',
    ar: 'يجب أن ترد كل الكلمات، بأي إملاء وبأي لاصقة: «لافروف» تجد أيضًا «ولافروف» و«للافروف». والكلمة الأخيرة قد تكون بداية كلمة.',
  },
  'search.found': {
    en: '{articles} articles and {reports} reports found',
    ar: 'عُثر على {articles} من المقالات و{reports} من التقارير',
  },
  'search.none': {
    en: 'No article holds all of these words. Try fewer words, or take a filter away.',
    ar: 'لا مقال يضم هذه الكلمات كلها. جرّب كلمات أقل أو أزل مرشحًا.',
  },
  'search.parties': {
    en: 'Parties',
    ar: 'الأطراف',
  },
  'search.reports': {
    en: { one: '{n} report', other: '{n} reports' },
    ar: { zero: 'لا تقارير', one: 'تقرير واحد', two: 'تقريران', few: '{n} تقارير', many: '{n} تقريرًا', other: '{n} تقرير' },
  },
  'search.articles': {
    en: { one: '{n} article', other: '{n} articles' },
    ar: { zero: 'لا مقالات', one: 'مقال واحد', two: 'مقالان', few: '{n} مقالات', many: '{n} مقالًا', other: '{n} مقال' },
  },
  'search.first': {
    en: 'First page',
    ar: 'الصفحة الأولى',
  },
  'search.next': {
    en: 'Next page',
    ar: 'الصفحة التالية',
  },
  'facet.publisher': {
    en: 'Publisher',
    ar: 'الناشر',
  },
  'facet.month': {
    en: 'Month',
    ar: 'الشهر',
  },
  'facet.party': {
    en: 'Party',
    ar: 'الطرف',
  },
  'graph.last_channel': {
    en: 'Latest channel',
    ar: 'أحدث قناة',
  },
  'graph.title': {
    en: 'The graph of channels',
    ar: 'شبكة القنوات',
  },
  'graph.lead': {
    en: 'Who is connected with whom, and in which state. Move the slider to see an earlier day.',
    ar: 'من يتصل بمن، وعلى أي حال. حرّك المؤشر لترى يومًا أسبق.',
  },
  'graph.limit': {
    en: 'Nodes at most',
    ar: 'أقصى عدد للعقد',
  },
  'graph.by': {
    en: 'Nodes',
    ar: 'العقد',
  },
  'graph.by.parties': {
    en: 'Parties',
    ar: 'أطراف',
  },
  'graph.by.persons': {
    en: 'Persons',
    ar: 'أشخاص',
  },
  'graph.by.both': {
    en: 'Both',
    ar: 'كلاهما',
  },
  'graph.label': {
    en: 'Graph with {nodes} nodes and {edges} edges; arrow keys move between nodes, Enter opens one; a table below tells the same',
    ar: 'شبكة من {nodes} من العقد و{edges} من الروابط؛ أسهم لوحة المفاتيح تنتقل بين العقد و«إدخال» يفتحها؛ والجدول أدناه يقول الشيء نفسه',
  },
  'graph.zoom': {
    en: 'Zoom',
    ar: 'التكبير',
  },
  'graph.nearer': {
    en: 'Nearer',
    ar: 'تقريب',
  },
  'graph.further': {
    en: 'Further',
    ar: 'إبعاد',
  },
  'graph.help': {
    en: 'Choose a party or a line to see its channels.',
    ar: 'اختر طرفًا أو خطًا لترى قنواته.',
  },
  'graph.legend.size': {
    en: 'The larger the dot, the more independent texts tell of it.',
    ar: 'كلما كبرت النقطة زادت النصوص المستقلة التي تذكرها.',
  },
  'graph.legend.width': {
    en: 'The thicker the line, the higher the rank.',
    ar: 'كلما ثخن الخط علت الرتبة.',
  },
  'graph.legend.dash': {
    en: 'Full lines: it takes place. Dashed: planned or proposed. Dotted: refused, absent, broken off.',
    ar: 'الخط المتصل: قائم. المتقطع: مقرر أو مقترح. المنقّط: مرفوض أو غير موجود أو منقطع.',
  },
  'graph.legend.minor': {
    en: 'Hairlines: further channels. Choose a party to see all of its own.',
    ar: 'الخطوط الرفيعة: قنوات أخرى. اختر طرفًا لترى كل قنواته.',
  },
  'graph.none_on_day': {
    en: 'Nothing is known of it on this day. Move the slider to a later one.',
    ar: 'لا شيء معروف عنه في هذا اليوم. حرّك المؤشر إلى يوم لاحق.',
  },
  'graph.left_out': {
    en: '{shown} of {total} nodes are shown, those with the most origins. Raise the limit or narrow the filters.',
    ar: 'تُعرض {shown} من {total} من العقد، وهي الأكثر أصولًا. ارفع الحد أو ضيّق المرشحات.',
  },
  'graph.table': {
    en: 'The same as a table',
    ar: 'الشيء نفسه جدولًا',
  },
  'time.play': {
    en: 'Play',
    ar: 'تشغيل',
  },
  'time.pause': {
    en: 'Pause',
    ar: 'إيقاف مؤقت',
  },
  'time.day': {
    en: 'Day',
    ar: 'اليوم',
  },
  'matrix.title': {
    en: 'Party by party, over time',
    ar: 'طرف مقابل طرف عبر الزمن',
  },
  'matrix.lead': {
    en: 'Above the diagonal: the state at the end of the period. Below it: contacts over the whole time.',
    ar: 'فوق القطر: الحالة في نهاية المدة. تحته: الاتصالات طوال الزمن.',
  },
  'matrix.limit': {
    en: 'Parties at most',
    ar: 'أقصى عدد للأطراف',
  },
  'matrix.step': {
    en: 'Period',
    ar: 'المدة',
  },
  'matrix.period': {
    en: 'Period',
    ar: 'المدة',
  },
  'matrix.why': {
    en: 'Why a matrix and not a map?',
    ar: 'لماذا مصفوفة لا خريطة؟',
  },
  'matrix.why.detail': {
    en: 'Half of the parties have no place on a map: organisations, movements, coalitions. Lines between capitals cover one another where most is going on. And a map cannot draw the pair that does not talk, which is what one often looks for; here it is a cell like any other.',
    ar: 'نصف الأطراف لا مكان له على الخريطة: منظمات وحركات وتحالفات. والخطوط بين العواصم يغطي بعضها بعضًا حيث يكثر الحدث. ثم إن الخريطة لا ترسم الطرفين اللذين لا يتحادثان، وهو ما يُبحث عنه كثيرًا؛ وهو هنا خانة كسائر الخانات.',
  },
  'matrix.help': {
    en: 'Choose a cell to see the two over time. Arrow keys move from cell to cell.',
    ar: 'اختر خانة لترى الطرفين عبر الزمن. والأسهم تنتقل من خانة إلى خانة.',
  },
  'reader.hide': {
    en: 'hide what is not the story',
    ar: 'إخفاء ما ليس من الخبر',
  },
  'reader.neighbour': {
    en: 'another story',
    ar: 'خبر آخر',
  },
  'reader.rule': {
    en: 'taken for this because: {rule}',
    ar: 'صُنّف هكذا بسبب: {rule}',
  },
  'reader.legend': {
    en: 'What is marked',
    ar: 'ما هو معلَّم',
  },
  'reader.side': {
    en: 'What was read',
    ar: 'ما قُرئ',
  },
  'reader.no_reports': {
    en: 'This article tells of no contact, or none was recognised. The marks show what was seen.',
    ar: 'لا يذكر هذا المقال اتصالًا، أو لم يُتعرَّف على أي منها. والعلامات تبيّن ما لوحظ.',
  },
  'reader.channel': {
    en: 'To the channel',
    ar: 'إلى القناة',
  },
  'reader.siblings': {
    en: 'Other stories of this page',
    ar: 'أخبار أخرى في الصفحة',
  },
  'about.publisher': {
    en: 'Publisher',
    ar: 'الناشر',
  },
  'about.published': {
    en: 'Published',
    ar: 'النشر',
  },
  'about.credit': {
    en: 'Credit',
    ar: 'المصدر',
  },
  'about.url': {
    en: 'Address',
    ar: 'العنوان',
  },
  'about.id': {
    en: 'Id',
    ar: 'المعرّف',
  },
  'about.issue': {
    en: 'Note',
    ar: 'ملاحظة',
  },
  'fact.mechanism': {
    en: 'Mechanism:',
    ar: 'الآلية:',
  },
  'fact.place': {
    en: 'Place:',
    ar: 'المكان:',
  },
  'mark.party': {
    en: 'party',
    ar: 'طرف',
  },
  'mark.contact': {
    en: 'contact',
    ar: 'اتصال',
  },
  'mark.cue': {
    en: 'cue',
    ar: 'قرينة',
  },
  'mark.place': {
    en: 'place',
    ar: 'مكان',
  },
  'mark.agency': {
    en: 'agency',
    ar: 'وكالة',
  },
  'mark.mechanism': {
    en: 'mechanism',
    ar: 'آلية',
  },
  'mark.speaker': {
    en: 'speaker',
    ar: 'قائل',
  },
  'mark.party.why': {
    en: 'Names somebody who may take part in a contact.',
    ar: 'يسمي من قد يشارك في اتصال.',
  },
  'mark.contact.why': {
    en: 'A word that may tell of a contact.',
    ar: 'كلمة قد تخبر عن اتصال.',
  },
  'mark.cue.why': {
    en: 'A word that changes what is said: denial, plan, doubt, attribution.',
    ar: 'كلمة تغيّر المعنى: نفي أو خطة أو شك أو إسناد.',
  },
  'mark.place.why': {
    en: 'A place. Alone it makes nobody a party.',
    ar: 'مكان. وهو وحده لا يجعل أحدًا طرفًا.',
  },
  'mark.agency.why': {
    en: 'Through whom the words came.',
    ar: 'من جاء الكلام عبره.',
  },
  'mark.mechanism.why': {
    en: 'A format or mechanism with a name of its own.',
    ar: 'صيغة أو آلية لها اسمها.',
  },
  'mark.speaker.why': {
    en: 'Who is credited with the words.',
    ar: 'من يُنسب إليه الكلام.',
  },
  'mark.reports': {
    en: { one: 'Counts in {n} report.', other: 'Counts in {n} reports.' },
    ar: { zero: 'لا يدخل في أي تقرير.', one: 'يدخل في تقرير واحد.', two: 'يدخل في تقريرين.', few: 'يدخل في {n} تقارير.', many: 'يدخل في {n} تقريرًا.', other: 'يدخل في {n} تقرير.' },
  },
  'why.title': {
    en: 'What decided',
    ar: 'ما الذي حسم',
  },
  'why.lead': {
    en: 'Each decision with what weighed for it (to the right) and against it (to the left). Names of features are the program’s own.',
    ar: 'كل قرار وما رجّحه (يمينًا) وما عارضه (يسارًا). وأسماء السمات هي أسماء البرنامج نفسه.',
  },
  'why.other': {
    en: 'The lexicon or the weights have changed since this report was made; this is how it would be read today.',
    ar: 'تغيّر المعجم أو الأوزان منذ إعداد هذا التقرير؛ وهكذا كان سيُقرأ اليوم.',
  },
  'why.not_found': {
    en: 'Read again today, the article no longer gives this report.',
    ar: 'إذا قُرئ المقال اليوم لم يُعطِ هذا التقرير.',
  },
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
