// Runs before anything is painted, so that neither the theme nor the writing direction flickers. The board itself
// (src/base/language.ts, src/base/theme.ts) reads and writes the same two keys.
(() => {
  const page = document.documentElement;
  let language = null;
  let theme = null;
  try {
    language = localStorage.getItem('qanat.language');
    theme = localStorage.getItem('qanat.theme');
  } catch {
    // A browser may forbid storage; then the defaults hold.
  }
  if (language !== 'ar' && language !== 'en') language = navigator.language.startsWith('ar') ? 'ar' : 'en';
  page.lang = language;
  page.dir = language === 'ar' ? 'rtl' : 'ltr';
  if (theme === 'light' || theme === 'dark') page.dataset.theme = theme;
})();
