import { Canvas } from '../canvas/Canvas';
import { ExplanationSheet } from '../panels/deferred-panels';
import { DocumentView } from '../panels/document/deferred-document';
import { Drawer } from '../panels/drawer/Drawer';
import { FindBar } from '../panels/find/deferred-find';
import { HistoryPanel } from '../panels/history/deferred-history';
import { Palette } from '../panels/palette/Palette';
import { ReachBar, RequestPathPanel } from '../panels/request-path/deferred-request-path';
import { TourCard } from '../panels/tour/deferred-tour';
import { AttemptSheet } from '../practice/deferred-practice';
import { useAttempt } from '../store/attempt';
import { useEditor } from '../store/editors';
import { useView } from '../store/view';
import { Announcer } from './Announcer';
import styles from './Editor.module.css';
import { EditorPane } from './EditorPane';
import { InspectorSpace } from './InspectorSpace';
import { ReadOnlyBanner } from './ReadOnlyBanner';
import { StatusBar } from './StatusBar';
import { TopBar } from './TopBar';

/** The panels over the canvas that were asked for. */
function OverCanvas() {
  const isFinding = useView((state) => state.finding !== null);
  const isFollowing = useView((state) => state.followedFlow !== null && !state.presenting);
  const showsReach = useView((state) => state.reach !== null && !state.presenting);
  const showsHistory = useView((state) => state.history && !state.presenting);
  const isOnTour = useView((state) => state.tour !== null && !state.presenting);
  return (
    <>
      {isFinding ? <FindBar /> : null}
      {showsHistory ? <HistoryPanel /> : null}
      {isFollowing ? <RequestPathPanel /> : null}
      {showsReach ? <ReachBar /> : null}
      {isOnTour ? <TourCard /> : null}
    </>
  );
}

/** The frame of an open design: bar, palette, canvas over drawer, inspector, status. Each panel decides its own width. */
export function Editor() {
  const editor = useEditor();
  const isInAttempt = useAttempt((state) => state.attempt !== null);
  const isPresenting = useView((state) => state.presenting);
  const isExplained = useView((state) => state.explained !== null);
  const showsDocument = useView((state) => state.document && !state.presenting);
  return (
    <EditorPane editor={editor} className={isPresenting ? styles.presenting : styles.editor}>
      <div className={styles.top}>
        <TopBar />
        <ReadOnlyBanner />
      </div>
      <div className={styles.palette} inert={showsDocument}>
        {isInAttempt ? <AttemptSheet /> : <Palette />}
      </div>
      <main className={styles.canvas} inert={showsDocument}>
        <Canvas />
        <OverCanvas />
      </main>
      <div className={styles.drawer} inert={showsDocument}>
        <Drawer />
      </div>
      <InspectorSpace inert={showsDocument} />
      {showsDocument ? (
        <div className={styles.document}>
          <DocumentView />
        </div>
      ) : null}
      {isExplained ? <ExplanationSheet /> : null}
      <Announcer />
      <div className={styles.status}>
        <StatusBar />
      </div>
    </EditorPane>
  );
}
