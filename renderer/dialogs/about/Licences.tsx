import { useEffect, useState } from 'react';
import { SourceWords } from '../../panels/SourceWords';
import { Button } from '../../ui/Button';
import { SearchField } from '../../ui/SearchField';
import { t } from '../../words/t';
import styles from './AboutDialog.module.css';
import { loadNotices, matchingNotices, type Notice } from './notices';

type Loading =
  | { readonly state: 'loading' | 'unbuilt' | 'failed' }
  | { readonly state: 'loaded'; readonly notices: readonly Notice[] };

async function load(): Promise<Loading> {
  try {
    const notices = await loadNotices();
    return notices === null ? { state: 'unbuilt' } : { state: 'loaded', notices };
  } catch {
    // Whatever the reason, the way out is to try again.
    return { state: 'failed' };
  }
}

/** The third-party works in the program, with their licences. */
export function Licences() {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  useEffect(() => {
    let isShown = true;
    void load().then((loaded) => {
      if (isShown) setLoading(loaded);
    });
    return () => {
      isShown = false;
    };
  }, []);
  switch (loading.state) {
    case 'loading':
      return <p className={styles.muted}>{t('Loading…')}</p>;
    case 'unbuilt':
      return (
        <p className={styles.muted}>{t('The list is written by the build; this window was not built.')}</p>
      );
    case 'failed':
      return (
        <p>
          {t('The list could not be loaded.')}{' '}
          <Button onClick={() => void load().then(setLoading)}>{t('Try again')}</Button>
        </p>
      );
    case 'loaded':
      return <NoticeList notices={loading.notices} />;
  }
}

function NoticeList({ notices }: { readonly notices: readonly Notice[] }) {
  const [text, setText] = useState('');
  const found = matchingNotices(notices, text);
  return (
    <>
      <SearchField
        label={t('Search licences')}
        placeholder={t('Search by name or licence')}
        value={text}
        onChange={setText}
        className={styles.search}
      />
      {found.length === 0 ? <p className={styles.muted}>{t('No matches.')}</p> : null}
      <ul translate="no">
        {found.map((notice) => (
          <li key={`${notice.name} ${notice.version}`}>
            <NoticeLine notice={notice} />
          </li>
        ))}
      </ul>
    </>
  );
}

function NoticeLine({ notice }: { readonly notice: Notice }) {
  const { name, version, licence, homepage, note, text } = notice;
  return (
    <details className={styles.notice}>
      <summary>
        <span>
          {name} <span className={styles.muted}>{version}</span>
        </span>
        <span className={styles.muted}>{licence}</span>
      </summary>
      {note === '' ? null : <p>{note}</p>}
      {homepage.startsWith('https://') ? (
        <p>
          <SourceWords text={homepage} url={homepage} />
        </p>
      ) : null}
      <pre className={styles.text}>{text}</pre>
    </details>
  );
}
