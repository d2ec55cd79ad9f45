// Two reports that cannot both hold, next to one another. The board takes no side: both have the same room.
import { linkTo } from '../base/address';
import { t } from '../base/language';
import type { Conflict, Report, Status } from '../data/types';
import { ReportCard } from './evidence';
import { Icon } from './icons';
import { Parties } from './names';
import { StateBadge } from './state';

function Side({ report, status }: { report: Report; status: Status }) {
  return (
    <div class="side" data-state={status}>
      <ReportCard report={report} />
    </div>
  );
}

export function ConflictPair({ conflict, named = false }: { conflict: Conflict; named?: boolean }) {
  return (
    <section class="conflict" id={`conflict-${conflict.id}`}>
      <h3 class="conflict-head">
        <span class="conflict-mark">
          <Icon name="conflict" />
        </span>
        {named && (
          <a href={linkTo(['channel', conflict.channel_id])}>
            <Parties codes={conflict.actors} />
          </a>
        )}
        <span class="conflict-states">
          <StateBadge status={conflict.left_status} />
          <span class="soft">{t('conflict.against')}</span>
          <StateBadge status={conflict.right_status} />
        </span>
      </h3>
      <div class="sides">
        <Side report={conflict.left} status={conflict.left_status} />
        <Side report={conflict.right} status={conflict.right_status} />
      </div>
    </section>
  );
}
