// Words of the filters.
// An entry has both languages; where a number decides, every plural that the language knows.

export const filters = {
  'filters': {
    en: 'Filters',
    ar: 'المرشحات',
  },
  'filter.party': {
    en: 'Parties',
    ar: 'الأطراف',
  },
  'filter.party.any': {
    en: 'any party',
    ar: 'أي طرف',
  },
  'filter.party.and': {
    en: 'and …',
    ar: 'و…',
  },
  'filter.remove': {
    en: 'Remove {name}',
    ar: 'أزل {name}',
  },
  'filter.person': {
    en: 'Person',
    ar: 'الشخص',
  },
  'filter.person.any': {
    en: 'any name',
    ar: 'أي اسم',
  },
  'filter.rank': {
    en: 'Rank',
    ar: 'الرتبة',
  },
  'filter.any': {
    en: 'any',
    ar: 'الكل',
  },
  'filter.status': {
    en: 'State',
    ar: 'الحالة',
  },
  'filter.as_of': {
    en: 'State as of',
    ar: 'الحالة في يوم',
  },
  'filter.day.before': {
    en: 'One day earlier',
    ar: 'اليوم السابق',
  },
  'filter.day.after': {
    en: 'One day later',
    ar: 'اليوم التالي',
  },
  'filter.day.latest': {
    en: 'latest',
    ar: 'الأحدث',
  },
  'filter.sort': {
    en: 'Order',
    ar: 'الترتيب',
  },
  'filter.conflicting': {
    en: 'only with conflicts',
    ar: 'ذات التعارضات فقط',
  },
  'filter.changed': {
    en: 'only channels that changed',
    ar: 'القنوات التي تغيرت فقط',
  },
  'filter.clear': {
    en: 'Clear filters',
    ar: 'أزل المرشحات',
  },
  'filter.period': {
    en: 'Period',
    ar: 'المدة',
  },
  'filter.from': {
    en: 'From',
    ar: 'من',
  },
  'filter.to': {
    en: 'To',
    ar: 'إلى',
  },
  'sort.groups': {
    en: 'by parties',
    ar: 'حسب الأطراف',
  },
  'sort.last': {
    en: 'last heard',
    ar: 'الأحدث ذكرًا',
  },
  'sort.since': {
    en: 'latest change of state',
    ar: 'أحدث تغيّر في الحالة',
  },
  'sort.origins': {
    en: 'most origins',
    ar: 'الأكثر أصولًا',
  },
  'sort.parties': {
    en: 'by name',
    ar: 'حسب الاسم',
  },
} as const;
