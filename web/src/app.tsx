// The frame around every view: where one can go, language and theme, what is new; and where the focus goes when the view
// changes.
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import type { ComponentType } from 'preact';
import { announcement } from './base/announce';
import { linkTo, path, rememberedScroll, segments } from './base/address';
import { language, switchLanguage, t } from './base/language';
import { isDark, switchTheme, theme } from './base/theme';
import type { WordKey } from './base/words';
import { catchUp, isLive, news } from './data/live';
import { Heading } from './parts/heading';
import { Icon } from './parts/icons';
import { BriefView } from './views/brief';
import { ChannelView } from './views/channel';
import { ConflictsView } from './views/conflicts';
import { DataView } from './views/data';
import { GraphView } from './views/graph';
import { MatrixView } from './views/matrix';
import { NowView } from './views/now';
import { PartyView } from './views/party';
import { ReaderView } from './views/reader';
import { SearchView } from './views/search';

interface Place {
  path: string;
  title: WordKey;
  view: ComponentType;
}

const places: readonly Place[] = [
  { path: '/', title: 'nav.now', view: NowView },
  { path: '/conflicts', title: 'nav.conflicts', view: ConflictsView },
  { path: '/graph', title: 'nav.graph', view: GraphView },
  { path: '/matrix', title: 'nav.matrix', view: MatrixView },
  { path: '/search', title: 'nav.search', view: SearchView },
  { path: '/brief', title: 'nav.brief', view: BriefView },
  { path: '/data', title: 'nav.data', view: DataView },
];

function View() {
  const [first, id] = segments.value;
  // With the id as key, a view of another thing begins anew instead of showing the old one for a moment.
  if (first === 'channel' && id !== undefined) return <ChannelView key={id} id={id} />;
  if (first === 'article' && id !== undefined) return <ReaderView key={id} id={id} />;
  if (first === 'party' && id !== undefined) return <PartyView key={id} code={id} />;
  const place = places.find((one) => one.path === path.value);
  return place === undefined ? <NoSuchView /> : <place.view />;
}

function NoSuchView() {
  return (
    <>
      <Heading text={t('trouble.nothing')} />
      <p>
        {t('trouble.no_view')} <a href="/">{t('trouble.home')}</a>
      </p>
    </>
  );
}

// A fault of the board's own must not leave an empty page: it is told, and every way out still works.
function Guarded() {
  const [fault] = useErrorBoundary();
  if (fault === undefined) return <View />;
  return (
    <>
      <Heading text={t('trouble.fault')} />
      <p class="soft">{String(fault)}</p>
      <p>
        <a href="/">{t('trouble.home')}</a>
      </p>
    </>
  );
}

function News() {
  if (news.value === 0) return null;
  return (
    <button type="button" class="button news" onClick={catchUp}>
      {t('live.show', { n: news.value })}
    </button>
  );
}

function Head() {
  return (
    <header class="top">
      <a class="skip" href="#main">
        {t('skip')}
      </a>
      <a class="brand" href="/">
        <svg viewBox="0 0 32 14" width="32" height="14" aria-hidden="true">
          <circle cx="7" cy="7" r="5" class="fill" />
          <path d="M12 7h8" class="line" />
          <circle cx="25" cy="7" r="5" class="line" />
        </svg>
        <span lang={language.value}>{t('brand')}</span>
      </a>
      <nav class="places" aria-label={t('nav')}>
        {places.map((place) => (
          <a key={place.path} href={place.path} aria-current={place.path === path.value ? 'page' : undefined}>
            {t(place.title)}
          </a>
        ))}
      </nav>
      <div class="settings">
        <News />
        <span class={isLive.value ? 'live on' : 'live'} title={t(isLive.value ? 'live.on' : 'live.off')}>
          <span class="unseen">{t(isLive.value ? 'live.on' : 'live.off')}</span>
        </span>
        <button type="button" class="button quiet" lang={language.value === 'ar' ? 'en' : 'ar'} onClick={switchLanguage}>
          {language.value === 'ar' ? 'English' : 'العربية'}
        </button>
        <button
          type="button"
          class="button quiet square"
          aria-label={t(isDark() ? 'theme.light' : 'theme.dark')}
          data-theme-now={theme.value}
          onClick={switchTheme}
        >
          <Icon name={isDark() ? 'sun' : 'moon'} />
        </button>
      </div>
    </header>
  );
}

export function App() {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path.value);

  useEffect(() => {
    if (shown.current === path.value) return;
    shown.current = path.value;
    // A screen reader goes on from the new heading; the eye from where it was, if one went back.
    main.current?.querySelector('h1')?.focus({ preventScroll: true });
    const top = rememberedScroll() ?? 0;
    requestAnimationFrame(() => scrollTo(0, top));
  }, [path.value]);

  return (
    <>
      <Head />
      <main id="main" ref={main} tabIndex={-1}>
        <Guarded key={path.value} />
      </main>
      <footer class="foot">
        <p>{t('foot.honest')}</p>
        <p>
          <a href={linkTo(['data'])}>{t('nav.data')}</a> · <a href="/api/v1/openapi.json">API</a>
        </p>
      </footer>
      <div class="unseen" role="status" aria-live="polite">
        {announcement.value}
      </div>
    </>
  );
}
