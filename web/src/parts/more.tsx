// The next page of a listing.
import { useState } from 'preact/hooks';
import { number, t } from '../base/language';

interface MoreProps {
  shown: number;
  total: number;
  more: (() => Promise<void>) | null;
}

export function More({ shown, total, more }: MoreProps) {
  const [failed, setFailed] = useState(false);
  if (more === null) return null;
  const onClick = (): void => {
    setFailed(false);
    more().catch(() => setFailed(true));
  };
  return (
    <p class="next-page">
      <button type="button" class="button" onClick={onClick}>
        {t('more')}
      </button>{' '}
      <span class="soft">{t('more.shown', { shown: number(shown), total: number(total) })}</span>
      {failed && <span role="alert"> {t('trouble.unreachable.detail')}</span>}
    </p>
  );
}
