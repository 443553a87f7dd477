import { type FormEvent, useState } from 'react';
import { ask } from '../../../shared/practice/ask';
import { withEvent } from '../../../shared/practice/attempt-events';
import type { Question } from '../../../shared/practice/problem';
import { useAttempt } from '../../store/attempt';
import { useEditor } from '../../store/editors';
import { Button } from '../../ui/Button';
import { t } from '../../words/t';
import { changeAttempt } from '../session';
import styles from './Sheet.module.css';

const noQuestions: readonly Question[] = [];
const noEvents = [] as const;

/** Questions to the interviewer and what is answered, the latest at the end. */
export function Questions() {
  const editor = useEditor();
  const [typed, setTyped] = useState('');
  const questions = useAttempt(({ attempt }) => attempt?.problem.questions ?? noQuestions);
  const events = useAttempt(({ attempt }) => attempt?.events ?? noEvents);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const text = typed.trim();
    const reply = ask({ questions }, text);
    if (reply.kind === 'empty') return;
    const question = reply.kind === 'answer' ? { question: reply.question.id } : {};
    changeAttempt(editor, (attempt) => withEvent(attempt, { kind: 'asked', text, ...question }));
    setTyped('');
  };
  return (
    <form className={styles.block} onSubmit={submit}>
      <h3>{t('Ask the interviewer')}</h3>
      <div className={styles.row}>
        <input
          className={styles.input}
          aria-label={t('Question')}
          placeholder={t('How many new links a month?')}
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit">{t('Ask')}</Button>
      </div>
      <div role="log" aria-label={t('Questions and answers')}>
        <dl className={styles.asked}>
          {[...events.entries()].map(([at, event]) =>
            event.kind === 'asked' ? (
              <div key={at}>
                <dt translate="no">{event.text}</dt>
                <dd>
                  <Answer question={questions.find(({ id }) => id === event.question)} />
                </dd>
              </div>
            ) : null,
          )}
        </dl>
      </div>
    </form>
  );
}

function Answer({ question }: { readonly question: Question | undefined }) {
  if (question === undefined) return t('That is not fixed. Assume what you need, and say what you assume.');
  return <span translate="no">{question.text}</span>;
}
