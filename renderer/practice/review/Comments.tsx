import { type FormEvent, useState } from 'react';
import type { Attempt } from '../../../shared/practice/attempt';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { clockText } from '../clock-text';
import styles from '../Room.module.css';

interface CommentsProps {
  readonly attempt: Attempt;
  readonly atMs: number;
  readonly onGoTo: (atMs: number) => void;
  readonly onChange: (attempt: Attempt) => void;
}

/** What a mentor says of moments of the attempt, in their order; they go with it into its file. */
export function Comments({ attempt, atMs, onGoTo, onChange }: CommentsProps) {
  const comments = [...attempt.comments].sort((a, b) => a.atMs - b.atMs);
  const remove = (id: string): void =>
    onChange({ ...attempt, comments: attempt.comments.filter((comment) => comment.id !== id) });
  const add = (author: string, text: string): void =>
    onChange({
      ...attempt,
      comments: [...attempt.comments, { id: crypto.randomUUID(), atMs, author, text }],
    });
  return (
    <section className={styles.card}>
      <h2>{t('Comments')}</h2>
      <ul aria-label={t('Comments')}>
        {comments.map(({ id, atMs: at, author, text }) => (
          <li key={id} className={styles.form}>
            <Button variant="quiet" onClick={() => onGoTo(at)}>
              {clockText(at)}
            </Button>
            <span className={styles.wide} translate="no">
              {author === '' ? text : `${author}: ${text}`}
            </span>
            <Button
              variant="quiet"
              icon="trash"
              aria-label={t('Delete the comment at {time}', { time: clockText(at) })}
              onClick={() => remove(id)}
            />
          </li>
        ))}
      </ul>
      <CommentForm atMs={atMs} onAdd={add} />
    </section>
  );
}

interface CommentFormProps {
  readonly atMs: number;
  readonly onAdd: (author: string, text: string) => void;
}

function CommentForm({ atMs, onAdd }: CommentFormProps) {
  const [author, setAuthor] = useState('');
  const [text, setText] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() === '') return;
    onAdd(author.trim(), text.trim());
    setText('');
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <input
        className={styles.input}
        aria-label={t('Your name')}
        placeholder={t('Your name')}
        autoComplete="off"
        value={author}
        onChange={(event) => setAuthor(event.currentTarget.value)}
      />
      <input
        className={`${styles.input} ${styles.wide}`}
        aria-label={t('Comment')}
        placeholder={t('Comment on this moment')}
        autoComplete="off"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit">{t('Comment at {time}', { time: clockText(atMs) })}</Button>
    </form>
  );
}
