import { useState } from 'react';
import { helpKeys } from '../commands/help';
import { runCommandLater } from '../commands/run-later';
import { themeCommands } from '../commands/themes';
import { shownKeysOf } from '../store/key-map';
import { setView, useView } from '../store/view';
import { useWorkspace } from '../store/workspace';
import { Button } from '../ui/Button';
import { Logo } from '../ui/Logo';
import { Menu } from '../ui/Menu';
import { Page, PageContent } from '../ui/Page';
import { LensSearchField } from '../ui/SearchField';
import { t } from '../words/t';
import { DamagedList } from './DamagedList';
import { DesignList } from './DesignList';
import styles from './Library.module.css';
import { LibraryFoot } from './LibraryFoot';
import { AllChoices, StarterChoices, WorkedChoices } from './TemplateChoices';

interface LibraryProps {
  /** Shows the bar alone: it is not known yet what the window opens with. */
  readonly empty: boolean;
}

/** The page of designs: templates when there are none, else the list. */
export function Library({ empty }: LibraryProps) {
  const designs = useWorkspace((state) => state.designs);
  const isFirstRun = useWorkspace((state) => state.designs?.length === 0 && state.damaged.length === 0);
  return (
    <Page bar={<LibraryBar />}>
      {empty || designs === null ? null : isFirstRun ? <FirstRun /> : <Collection />}
    </Page>
  );
}

function LibraryBar() {
  return (
    <>
      <span className={styles.brand}>
        <Logo />
        <span>Loadline</span>
      </span>
      <span className={styles.actions}>
        <ThemeMenu />
        <Button
          variant="quiet"
          icon="keyboard"
          aria-label={t('Shortcuts and help')}
          data-tip={t('Shortcuts and help · {shortcut}', {
            shortcut: shownKeysOf({ id: 'help', keys: helpKeys }),
          })}
          onClick={() => void runCommandLater('help')}
        />
        <Button icon="timer" onClick={() => void runCommandLater('practice')}>
          {t('Practice')}
        </Button>
        <Button icon="folder-open" onClick={() => void runCommandLater('open-file')}>
          {t('Open file…')}
        </Button>
        <Button variant="primary" icon="plus" onClick={() => void runCommandLater('new-design')}>
          {t('New design')}
        </Button>
      </span>
    </>
  );
}

function FirstRun() {
  const memoryOnly = useWorkspace((state) => state.memoryOnly);
  return (
    <PageContent className={styles.content}>
      <h1 className={styles.title}>{t('Draw a system, put load on it, see where it breaks.')}</h1>
      <p className={styles.lead}>
        {memoryOnly
          ? t('Start from a template. This browser keeps nothing: save your work to a file.')
          : t('Start from a template. Everything stays on this machine and is saved as you draw.')}
      </p>
      <TourOffer />
      <WorkedChoices />
      <h2 className={styles.subheading}>{t('Or from an architecture style')}</h2>
      <StarterChoices />
      <p className={styles.foot}>
        {t('Or drop a file here: JSON, or a PNG or SVG that has a design inside.')}
      </p>
      <LibraryFoot />
    </PageContent>
  );
}

/** Offers the tour until it was done or skipped. */
function TourOffer() {
  const isOffered = useView((state) => state.tourOffered);
  if (!isOffered) return null;
  return (
    <p className={styles.offer}>
      <span>{t('New here? In a minute you find out why a design is overloaded, and fix it.')}</span>
      <Button icon="arrow-right" onClick={() => void runCommandLater('tour')}>
        {t('Take the tour')}
      </Button>
      <Button variant="quiet" onClick={() => setView({ tourOffered: false })}>
        {t('Skip the tour')}
      </Button>
    </p>
  );
}

/** More designs are shown on request, so that the templates below them are found. */
const mostAtFirst = 24;

function Collection() {
  const [search, setSearch] = useState('');
  const [showsAll, setShowsAll] = useState(false);
  const designs = useWorkspace((state) => state.designs) ?? [];
  const wanted = search.trim().toLowerCase();
  const found = designs.filter((design) => design.name.toLowerCase().includes(wanted));
  const shown = showsAll || wanted !== '' ? found : found.slice(0, mostAtFirst);
  return (
    <PageContent className={styles.content}>
      <div className={styles.heading}>
        <h1>{t('Designs')}</h1>
        <LensSearchField
          label={t('Search designs')}
          value={search}
          onChange={setSearch}
          className={styles.search}
        />
      </div>
      {found.length === 0 && designs.length > 0 ? (
        <p className={styles.none}>{t('No design has “{search}” in its name.', { search: search.trim() })}</p>
      ) : (
        <DesignList designs={shown} />
      )}
      {shown.length === found.length ? null : (
        <p className={styles.more}>
          <Button onClick={() => setShowsAll(true)}>
            {t('Show all {count} designs', { count: found.length })}
          </Button>
        </p>
      )}
      <DamagedList />
      <LibraryFoot />
      <h2 className={styles.subheading}>{t('Start from')}</h2>
      <AllChoices />
    </PageContent>
  );
}

function ThemeMenu() {
  const theme = useView((state) => state.theme);
  return (
    <Menu
      variant="quiet"
      icon={theme === 'system' ? 'monitor' : theme === 'dark' ? 'moon' : 'sun'}
      label={t('Theme')}
      items={() =>
        themeCommands.map((command) => ({
          kind: 'item' as const,
          id: command.id,
          label: t(command.title),
          checked: command.checked?.get() === true,
          run: command.run,
        }))
      }
    />
  );
}
