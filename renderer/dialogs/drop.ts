import { create } from 'zustand';

/** Whether a file is being held over the window. */
export const useDrop = create<{ readonly over: boolean }>(() => ({ over: false }));

const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

async function takeDropped(files: readonly File[], x: number, y: number): Promise<void> {
  const [{ pointOnCanvas }, { takeFiles }] = await Promise.all([
    import('../commands/pointer'),
    import('../commands/take-files'),
  ]);
  await takeFiles(files, pointOnCanvas(x, y));
}

/** Opens the design files that are dropped anywhere on the window. Returns the function that stops listening. */
export function listenToDrops(): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  window.addEventListener(
    'dragover',
    (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
      if (!useDrop.getState().over) useDrop.setState({ over: true });
    },
    { signal },
  );
  window.addEventListener(
    'dragleave',
    (event) => {
      if (event.relatedTarget === null) useDrop.setState({ over: false });
    },
    { signal },
  );
  window.addEventListener(
    'drop',
    (event) => {
      useDrop.setState({ over: false });
      if (!carriesFile(event)) return;
      event.preventDefault();
      // The list of files is empty once the event is over.
      void takeDropped([...(event.dataTransfer?.files ?? [])], event.clientX, event.clientY);
    },
    { signal },
  );
  return () => listeners.abort();
}
