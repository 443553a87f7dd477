import { Canvas } from './canvas/Canvas';
import styles from './Editor.module.css';
import { Drawer } from './panels/Drawer';
import { Inspector } from './panels/deferred-panels';
import { Palette } from './panels/Palette';
import { StatusBar } from './panels/StatusBar';
import { TopBar } from './panels/TopBar';
import { ReadOnlyBanner } from './ReadOnlyBanner';

/** The frame of an open design: bar, palette, canvas over drawer, inspector, status. Each panel decides its own width. */
export function Editor() {
  return (
    <div className={styles.editor}>
      <div className={styles.top}>
        <TopBar />
        <ReadOnlyBanner />
      </div>
      <div className={styles.palette}>
        <Palette />
      </div>
      <div className={styles.canvas}>
        <Canvas />
      </div>
      <div className={styles.drawer}>
        <Drawer />
      </div>
      <div className={styles.inspector}>
        <Inspector />
      </div>
      <div className={styles.status}>
        <StatusBar />
      </div>
    </div>
  );
}
