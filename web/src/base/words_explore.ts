// Words of the views that one looks around in: party, search, graph, matrix.
// An entry has both languages; where a number decides, every plural that the language knows.

export const explore = {
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
} as const;
