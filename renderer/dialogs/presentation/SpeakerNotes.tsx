import { useEffect, useState } from 'react';
import { language } from '../../words/language';
import { t } from '../../words/t';
import styles from './Presentation.module.css';

const secondMs = 1_000;

interface SpeakerNotesProps {
  readonly note: string;
  /** What the next slide is called; null at the last. */
  readonly next: string | null;
}

/** What is said with the slide, what comes next, the time of day and how long it has been going on since it was opened. */
export function SpeakerNotes({ note, next }: SpeakerNotesProps) {
  const [begunMs] = useState(() => performance.now());
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), secondMs);
    return () => clearInterval(timer);
  }, []);
  const clock = new Intl.DateTimeFormat(language().locale, { hour: 'numeric', minute: '2-digit' });
  return (
    <aside className={styles.notes} aria-label={t('Speaker notes')}>
      <p className={styles.times}>
        <span className={styles.elapsed} role="timer" aria-label={t('Elapsed')} translate="no">
          {elapsedText(performance.now() - begunMs)}
        </span>
        <span translate="no">{clock.format(new Date())}</span>
      </p>
      <p className={styles.note}>
        {note === '' ? (
          <span className={styles.nothing}>{t('No notes for this one.')}</span>
        ) : (
          <bdi>{note}</bdi>
        )}
      </p>
      <p className={styles.next}>
        {next === null ? t('This is the last one.') : t('Next: {name}', { name: next })}
      </p>
    </aside>
  );
}

/** Minutes and seconds, hours where there are some: 4:07, 1:02:33. */
export function elapsedText(ms: number): string {
  const seconds = Math.floor(ms / secondMs);
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60];
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}
