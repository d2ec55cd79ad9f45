// Days, with what is uncertain about them. A publication day that was printed on the page or taken from its neighbours is
// weaker than one that came with it; both say how they were obtained.
import { formatTime } from '../base/days';
import { t } from '../base/language';
import { label } from '../data/vocabulary';

export function Day({ day }: { day: string | null }) {
  if (day === null) return <span class="unknown">{t('day.unknown')}</span>;
  return (
    <time class="day" dateTime={day}>
      {formatTime(day)}
    </time>
  );
}

const certain = new Set(['given', 'json-ld', 'meta']);

export function Published({ day, method }: { day: string | null; method: string | null }) {
  if (day === null) return <span class="unknown">{t('published.unknown')}</span>;
  const weak = method !== null && !certain.has(method);
  return (
    <span class={weak ? 'published weak' : 'published'}>
      <Day day={day} />
      {method !== null && <span class="method"> {t('published.by', { method: label('date_methods', method) })}</span>}
    </span>
  );
}

interface Times {
  time: string | null;
  reported: string | null;
}

// When a contact is: as stated; failing that, only the day by which it had been reported.
export function ContactDay({ contact }: { contact: Times }) {
  if (contact.time !== null) return <Day day={contact.time} />;
  if (contact.reported === null) return <span class="unknown">{t('day.unknown')}</span>;
  return (
    <span class="reported">
      <Day day={contact.reported} /> <span class="method">{t('day.reported')}</span>
    </span>
  );
}
