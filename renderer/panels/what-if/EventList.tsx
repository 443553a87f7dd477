import type { WhatIf } from '../../../shared/edits/what-if';
import type { Design } from '../../../shared/model/schema';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { eventKey } from './event-choices';
import { eventWords } from './event-words';
import styles from './WhatIfTab.module.css';

interface EventListProps {
  readonly design: Design;
  readonly events: readonly WhatIf[];
  readonly onChange: (events: readonly WhatIf[]) => void;
}

/** What happens at once; each can be taken out again. */
export function EventList({ design, events, onChange }: EventListProps) {
  if (events.length === 0) return null;
  return (
    <ul className={styles.events} aria-label={t('Simultaneous events')}>
      {events.map((event) => {
        const words = eventWords(design, event);
        return (
          <li key={eventKey(event)} className={styles.event}>
            <span className={styles.eventName}>{words}</span>
            <Button
              variant="quiet"
              icon="x"
              aria-label={t('Leave out: {event}', { event: words })}
              onClick={() => onChange(events.filter((other) => other !== event))}
            />
          </li>
        );
      })}
    </ul>
  );
}
