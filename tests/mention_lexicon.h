// A lexicon just large enough for the sentences of mention_test.cc.
#pragma once

namespace qanat {

inline constexpr const char* kMentionLexicon = R"(#file actors.txt
state DEU
  name
    ألمانيا
  nisba
    ألماني
  capital
    برلين
state EGY
  name
    مصر
  nisba
    مصري
  capital
    القاهرة
  synonym
    جمهورية مصر العربية
state JOR
  name
    الأردن
  nisba
    أردني
  capital
    عمان
state LBY
  name
    ليبيا
  nisba
    ليبي
state KOR
  name
    كوريا الجنوبية
  nisba
    كوري جنوبي
state MLI
  capital
    باماكو
  guarded
    مالي
state NOR
  name
    النرويج
  nisba
    نرويجي
state OMN
  name
    عمان
  nisba
    عماني
state RUS
  name
    روسيا
  nisba
    روسي
  capital
    موسكو
  seat
    الكرملين
state SAU
  name
    السعودية
  nisba
    سعودي
  capital
    الرياض
state SDN
  name
    السودان
  nisba
    سوداني
state SYR
  name
    سوريا
  nisba
    سوري
  capital
    دمشق
state TUR
  name
    تركيا
  nisba
    تركي
  demonym
    أتراك
  capital
    أنقرة
state USA
  name
    الولايات المتحدة
  nisba
    أميركي
  capital
    واشنطن
  seat
    البيت الأبيض
state YEM
  name
    اليمن
  nisba
    يمني
organisation UN
  label
    الأمم المتحدة
  name
    الأمم المتحدة
    مجلس الأمن
  nisba
    أممي
organisation X:great_powers
  beside TUR
  members USA RUS DEU
  label
    القوى الكبرى
  name
    القوى الكبرى
organisation X:south
  beside SDN only
  members KOR
  label
    الجنوب
  name
    الجنوب
organisation X:lake_bank
  label
    بنك البحيرات
  name
    بنك البحيرات
movement HAMAS
  name
    حماس
    حركة حماس
movement HOUTHI
  state YEM
  nisba
    حوثي
  name
    أنصار الله
movement SYR-OPP
  name
    المعارضة السورية
conflict yemen
  members YEM HOUTHI
  name
    الأزمة اليمنية
mechanism border_committee
  members EGY SDN
  name
    اللجنة الحدودية
    صيغة أستانا
    لجنة 5+5
agency state_agency
  state SAU
  name
    واس
agency world_agency
  name
    رويترز
group quartet
  members EGY SDN LBY
  name
    دول الجوار
    دول الجوار الثلاث
    مجموعة 2+1
#file persons.txt
person hosni_mubarak
  office EGY leader 1981-10-14..2011-02-11
    حسني مبارك
person john_kerry
  office USA foreign_minister 2013-02-01..2017-01-20
    جون كيري
    كيري
person donald_trump
  office USA leader 2017-01-20..2021-01-20
    دونالد ترامب
    ترامب
person mevlut_cavusoglu
  office TUR foreign_minister 2015-11-24..2023-06-03
    مولود تشاووش أوغلو
    تشاووش أوغلو
person mike_pompeo
  office USA intelligence 2017-01-23..2018-04-26
    مايك بومبيو
    بومبيو
  office USA foreign_minister 2018-04-26..2021-01-20
person mohammed_bin_salman
  office SAU leader 2017-06-21..
    محمد بن سلمان
person salman
  office SAU leader 2015-01-23..
    سلمان بن عبدالعزيز
person sergey_lavrov
  office RUS foreign_minister 2004-03-09..
    سيرغي لافروف
    لافروف
person stephen_name
  office NOR legislature 2010..
    يوناس هانسن
person abdullah_jor
  office JOR leader 1999-02-07..
    الملك عبد الله
person abdullah_sau
  office SAU leader 2005-08-01..2015-01-23
    الملك عبد الله
person harry_germany
  office NOR legislature 2010..
    هاري ألمانيا
person ali_salem
  office YEM military 2010..
    علي سالم
person hasan_ali
  office EGY minister 2010..
    حسن علي
person salem_ahmar
  office YEM military 2010..
    سالم الأحمر
person hasan_lion
  office SYR leader 2010..
    حسن الليث
person tayeb_noor
  office YEM minister 2010..
    الطيب نور
person salem_nasrallah
  office SYR minister 2010..
    سالم نصر الله
#file roles.txt
role leader
  title
    رئيس
    رئيس وزراء
    ملك
    ولي عهد
    مستشارة
  plural
    رؤساء
    رؤساء دول
  dual
    رئيسان
    رئيسين
role foreign_minister
  title
    وزير خارجية
  plural
    وزراء خارجية
  dual
    وزيرا خارجية
    وزيري خارجية
role defence_minister
  title
    وزير دفاع
role minister
  title
    وزير
  plural
    وزراء
role envoy
  title
    أمين مجلس الأمن
    أمين مجلس الأمن القومي
    مبعوث
    مبعوث خاص
    مستشار
role intelligence
  title
    رئيس جهاز المخابرات
  plural
    رؤساء أجهزة المخابرات
role delegation
  title
    وفد
  plural
    مسؤولون
    مسؤولين
role diplomat
  title
    سفير
role org_head
  plural
    قياديين
role deputy_minister
  title
    مساعد وزير خارجية
role spokesperson
  title
    متحدث باسم
    متحدث باسم الخارجية
#file words.txt
cue adjective
  word
    الخاص
    السابق
    كبار
cue anaphor.all
  word
    الدول الثلاث
cue anaphor.two
  word
    البلدان
    البلدين
    الجانبان
    الجانبين
cue common
  word
    تصعيد
cue counterpart
  word
    نظرائه
    نظيره
cue home
  word
    بلاده
cue honoured
  word
    جلالته
    سموه
cue honorific
  word
    الأمير
    السيد
cue inner
  noun
    مجلس الأمن القومي
cue institution
  noun
    جانب
    جيش
    حركة
    حكومة
    خارجية
    خبراء
    قيادة
    معارضة
    مملكة
    منظمة
cue lookalike
  word
    إنه
    هناك
cue resume
  noun
    إحياء
cue finish
  perfect
    أنهى
  imperfect
    ينهي
cue speech.say
  perfect
    قال
cue stop
  word
    إن
    أن
    خلال
    يوم
cue with
  word
    إلى
    بين
    على
    في
    مع
contact contact.mechanism
  noun
    آلية
contact message.message
  perfect
    هنأ
contact meeting.meet
  noun
    لقاء
    اجتماع
  perfect
    التقى
    اجتمع
  imperfect
    يلتقي
contact message.tell
  perfect
    دعا
contact visit.invite
  noun
    دعوة
contact visit.visit
  noun
    زيارة
  perfect
    زار
  imperfect
    يزور
contact talks.talk
  noun
    محادثات
    مباحثات
)";

}  // namespace qanat
