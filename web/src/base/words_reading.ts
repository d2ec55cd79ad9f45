// Words of the reader.
// An entry has both languages; where a number decides, every plural that the language knows.

export const reading = {
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
} as const;
