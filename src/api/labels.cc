// What the codes in answers are called. The board, the brief and the feed say the same.
#include <algorithm>
#include <array>
#include <cstring>

#include "api/names.h"

namespace qanat::api {
namespace {

constexpr Label kStatuses[] = {{"held", "عُقد", "held"},
                               {"ongoing", "جارٍ", "ongoing"},
                               {"scheduled", "مقرر", "scheduled"},
                               {"proposed", "مقترح", "proposed"},
                               {"premature", "سابق لأوانه", "premature"},
                               {"refused", "مرفوض", "refused"},
                               {"absent", "غير قائم", "absent"},
                               {"suspended", "معلَّق", "suspended"},
                               {"stalled", "متعثر", "stalled"}};
constexpr Label kForms[] = {{"contact", "اتصال", "contact"},    {"call", "مكالمة", "call"},
                            {"message", "رسالة", "message"},    {"meeting", "لقاء", "meeting"},
                            {"visit", "زيارة", "visit"},        {"talks", "محادثات", "talks"},
                            {"mediation", "وساطة", "mediation"}};
constexpr Label kRanks[] = {{"leader", "قادة", "leaders"},
                            {"foreign_minister", "وزراء خارجية", "foreign ministers"},
                            {"defence_minister", "وزراء دفاع", "defence ministers"},
                            {"minister", "وزراء", "ministers"},
                            {"deputy_minister", "نواب وزراء", "deputy ministers"},
                            {"intelligence", "أجهزة استخبارات", "intelligence services"},
                            {"military", "عسكريون", "military"},
                            {"envoy", "مبعوثون", "envoys"},
                            {"diplomat", "دبلوماسيون", "diplomats"},
                            {"delegation", "وفود", "delegations"},
                            {"legislature", "برلمانيون", "legislators"},
                            {"official", "مسؤولون", "officials"},
                            {"org_head", "رؤساء منظمات", "heads of organisations"},
                            {"spokesperson", "متحدثون", "spokespersons"},
                            {"mixed", "مستويات مختلفة", "mixed ranks"}};
// Of one who takes part or speaks; `ranks` is of channels.
constexpr Label kRoles[] = {{"leader", "قائد", "leader"},
                            {"foreign_minister", "وزير خارجية", "foreign minister"},
                            {"defence_minister", "وزير دفاع", "defence minister"},
                            {"minister", "وزير", "minister"},
                            {"deputy_minister", "نائب وزير", "deputy minister"},
                            {"intelligence", "جهاز استخبارات", "intelligence service"},
                            {"military", "عسكري", "military"},
                            {"envoy", "مبعوث", "envoy"},
                            {"diplomat", "دبلوماسي", "diplomat"},
                            {"delegation", "وفد", "delegation"},
                            {"legislature", "برلماني", "legislator"},
                            {"official", "مسؤول", "official"},
                            {"org_head", "رئيس منظمة", "head of organisation"},
                            {"spokesperson", "متحدث", "spokesperson"}};
constexpr Label kParts[] = {{"party", "طرف", "party"}, {"mediator", "وسيط", "mediator"}, {"host", "مضيف", "host"}};
constexpr Label kBlocks[] = {{"title", "عنوان", "title"},
                             {"dateline", "سطر التاريخ", "dateline"},
                             {"body", "نص الخبر", "body"},
                             {"heading", "عنوان فرعي", "heading"},
                             {"credit", "المصدر", "credit"},
                             {"tags", "كلمات دلالية", "tags"},
                             {"related", "مواد ذات صلة", "related"},
                             {"navigation", "قوائم الموقع", "navigation"},
                             {"comments", "تعليقات", "comments"},
                             {"widget", "عناصر الصفحة", "widget"},
                             {"lead", "مقدمة", "lead"},
                             {"caption", "تعليق صورة", "caption"},
                             {"byline", "الكاتب", "byline"},
                             {"share", "أزرار المشاركة", "share"},
                             {"newsletter", "نشرة بريدية", "newsletter"},
                             {"advert", "إعلان", "advertisement"},
                             {"footer", "ذيل الموقع", "footer"},
                             {"listing", "قائمة أخبار", "listing"}};
constexpr Label kMethods[] = {{"given", "معطى مع الصفحة", "given with the page"},
                              {"json-ld", "من بيانات الصفحة", "the page's data (JSON-LD)"},
                              {"meta", "من ترويسة الصفحة", "the page's head"},
                              {"url", "من العنوان الشبكي", "the address"},
                              {"visible", "مكتوب في الخبر", "shown by the story"},
                              {"dateline", "من سطر الوكالة", "the agency's dateline"},
                              {"copy", "من نسخة أخرى", "another copy"},
                              {"time", "من وسم الوقت", "the page's time mark"}};
constexpr Label kChanges[] = {{"channel_opened", "قناة جديدة", "channel opened"},
                              {"state_changed", "تغيرت الحالة", "state changed"},
                              {"contact_added", "اتصال جديد", "contact added"},
                              {"conflict_found", "تعارض جديد", "conflict found"},
                              {"conflict_settled", "زال التعارض", "conflict settled"}};
constexpr Label kCues[] = {{"negation", "نفي", "negation"},
                           {"denial", "إنكار", "denial"},
                           {"refusal", "رفض", "refusal"},
                           {"cancel", "إلغاء", "cancellation"},
                           {"stall", "تعثر", "stalling"},
                           {"premature", "قبل الأوان", "too early"},
                           {"possible", "احتمال", "possibility"},
                           {"propose", "اقتراح", "proposal"},
                           {"plan", "تخطيط", "plan"},
                           {"begin", "بدء", "beginning"},
                           {"going_on", "استمرار", "going on"},
                           {"resume", "استئناف", "resumption"},
                           {"finish", "انتهاء", "end"},
                           {"before", "تقدُّم", "before"},
                           {"past", "ماضٍ", "past"},
                           {"future", "مستقبل", "future"},
                           {"condition", "شرط", "condition"},
                           {"say", "قول", "saying"},
                           {"according", "إسناد", "attribution"},
                           {"carry", "نقل", "carrying a message"},
                           {"counterpart", "نظير", "counterpart"},
                           {"institution", "مؤسسة", "institution"}};

template <std::size_t N>
constexpr LabelList list(const char* name, const Label (&labels)[N]) {
  return {name, labels, labels + N};
}

constexpr std::array kLists = {
    list("statuses", kStatuses),    list("forms", kForms),          list("ranks", kRanks),
    list("roles", kRoles),          list("parts", kParts),          list("block_kinds", kBlocks),
    list("date_methods", kMethods), list("change_kinds", kChanges), list("cues", kCues)};

}  // namespace

const LabelList* label_lists(std::size_t& count) {
  count = kLists.size();
  return kLists.data();
}

std::string_view label(const char* list_name, std::string_view id, bool arabic) {
  for (const LabelList& l : kLists) {
    if (std::strcmp(l.name, list_name) != 0) continue;
    for (const Label* at = l.begin; at != l.end; ++at)
      if (id == at->id) return arabic ? at->ar : at->en;
  }
  return id;
}

}  // namespace qanat::api
