import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react';
import type { RequestHop, RequestPath } from '../../../shared/analysis/request-path';
import { focusCanvas } from '../../canvas/viewport';
import { useDocument } from '../../store/document';
import { useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { useView } from '../../store/view';
import { Button } from '../../ui/Button';
import { msText } from '../../words/figures';
import { partName } from '../../words/part-names';
import { listed, t } from '../../words/t';
import { SidePanel } from '../SidePanel';
import { branchWords, callsWords, hopMs, hopParts, hopTime, partTime } from './hop-words';
import styles from './RequestPathPanel.module.css';
import { type Hops, useHops } from './use-hops';
import { useRequestPath } from './use-request-path';

/** One request of a flow, hop by hop: what each takes of its time, and what is decided there. */
export function RequestPathPanel() {
  const flow = useView((state) => state.followedFlow);
  const isThere = useDocument(({ design }) => design?.system.flows?.some(({ id }) => id === flow) === true);
  return flow === null || !isThere ? null : <Followed key={flow} flow={flow} />;
}

function Followed({ flow }: { readonly flow: string }) {
  const editor = useEditor();
  const path = useRequestPath(flow);
  const name = useDocument(({ design }) => (design === null ? '' : partName(design, flow)));
  const close = (): void => {
    editor.setView({ followedFlow: null });
    focusCanvas(editor);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    close();
  };
  return (
    <SidePanel title={t('A request of {name}', { name })} onClose={close} onKeyDown={onKeyDown}>
      {path === null || path === 'none' ? (
        <p role="status" className={styles.empty}>
          {path === null
            ? t('Computing the path…')
            : t('No path: the design has no figures, or the flow starts nowhere. Problems says why.')}
        </p>
      ) : (
        <Path path={path} />
      )}
    </SidePanel>
  );
}

const steps: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowRight: 1,
  ArrowUp: -1,
  ArrowLeft: -1,
};

/** Where a key leads from a hop; null for a key that leads nowhere. */
function movedTo(key: string, at: number, last: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  const step = steps[key];
  return step === undefined ? null : Math.min(last, Math.max(0, at + step));
}

function Path({ path }: { readonly path: RequestPath }) {
  const hops = useHops(path.hops);
  const list = useRef<HTMLOListElement>(null);
  const last = path.hops.length - 1;
  // A hop is known by its place alone: one call can be on the way twice.
  const places = path.hops.map((hop, index) => ({ hop, index }));
  const { at, isPlaying, goTo } = hops;
  const row = (): HTMLElement | null =>
    list.current?.querySelector<HTMLElement>('[aria-current="step"]') ?? null;
  // The list has the keyboard as soon as there is one.
  useEffect(() => list.current?.querySelector<HTMLElement>('[aria-current="step"]')?.focus(), []);
  useEffect(() => {
    const current = list.current?.children.item(at);
    if (current === null || current === undefined) return;
    current.scrollIntoView({ block: 'nearest' });
    // The focus goes along where the list has it, so that each hop is read out.
    if (list.current?.contains(document.activeElement) === true)
      current.querySelector<HTMLElement>('button')?.focus();
  }, [at]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = movedTo(event.key, at, last);
    if (next !== null) {
      goTo(next);
      row()?.focus();
    } else if (event.key === ' ') hops.togglePlaying();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <Player hops={hops} last={last} />
      <ol ref={list} className={styles.hops} onKeyDown={onKeyDown} data-playing={isPlaying}>
        {places.map(({ hop, index }) => (
          <HopRow
            key={index}
            hop={hop}
            isCurrent={index === at}
            meanMs={path.meanMs}
            onChoose={() => goTo(index)}
          />
        ))}
      </ol>
      <Sum path={path} />
    </>
  );
}

function Player({ hops: { at, isPlaying, goTo, togglePlaying }, last }: { hops: Hops; last: number }) {
  return (
    <div className={styles.player}>
      <Button
        variant="quiet"
        icon="chevron-left"
        aria-label={t('Previous hop')}
        disabled={at === 0}
        onClick={() => goTo(at - 1)}
      />
      <Button
        variant="quiet"
        icon={isPlaying ? 'pause' : 'play'}
        aria-label={isPlaying ? t('Pause') : t('Play')}
        onClick={togglePlaying}
      />
      <Button
        variant="quiet"
        icon="chevron-right"
        aria-label={t('Next hop')}
        disabled={at === last}
        onClick={() => goTo(at + 1)}
      />
      <span className={styles.place}>{t('{at} of {total}', { at: at + 1, total: last + 1 })}</span>
      <ul className={styles.key}>
        <li data-part="network">{t('network')}</li>
        <li data-part="wait">{t('wait')}</li>
        <li data-part="service">{t('service')}</li>
      </ul>
    </div>
  );
}

interface HopRowProps {
  readonly hop: RequestHop;
  readonly isCurrent: boolean;
  readonly meanMs: number | null;
  readonly onChoose: () => void;
}

function HopRow({ hop, isCurrent, meanMs, onChoose }: HopRowProps) {
  const name = useDocument(({ design }) => (design === null ? '' : partName(design, hop.node)));
  const layer = useDocument(({ design }) =>
    design === null ? undefined : resolvedOf(design).nodes.get(hop.node)?.layer,
  );
  const calls = callsWords(hop);
  return (
    <li
      className={styles.hop}
      style={{ '--depth': Math.min(hop.depth, 6) } as CSSProperties}
      data-layer={layer}
      data-current={isCurrent}
    >
      <button
        type="button"
        className={styles.row}
        aria-current={isCurrent ? 'step' : undefined}
        tabIndex={isCurrent ? 0 : -1}
        onClick={onChoose}
      >
        <span className={styles.name}>{name}</span>
        <span className={styles.time} data-unbounded={hopMs(hop) === null ? '' : undefined}>
          {hopTime(hop)}
        </span>
        {calls === '' ? null : <span className={styles.calls}>{calls}</span>}
        <HopBar hop={hop} meanMs={meanMs} />
      </button>
      {isCurrent ? <HopParts hop={hop} /> : null}
      <Branches hop={hop} />
    </li>
  );
}

/** Network, wait and service, each as wide as it is long in the whole request. */
function HopBar({ hop, meanMs }: { readonly hop: RequestHop; readonly meanMs: number | null }) {
  if (meanMs === null || meanMs <= 0) return null;
  return (
    <span className={styles.bar} aria-hidden="true">
      {hopParts(hop).map(({ kind, ms }) => (
        <span key={kind} data-part={kind} style={{ width: `${((ms ?? 0) / meanMs) * 100}%` }} />
      ))}
    </span>
  );
}

function HopParts({ hop }: { readonly hop: RequestHop }) {
  const words = hopParts(hop).map(({ name, ms }) => t('{name} {time}', { name, time: partTime(ms) }));
  return <p className={styles.parts}>{listed(words)}</p>;
}

function Branches({ hop: { branches } }: { readonly hop: RequestHop }) {
  const design = useDocument((state) => state.design);
  if (design === null || branches.length === 0) return null;
  const { edges } = resolvedOf(design);
  const nameOf = (id: string): string => partName(design, id);
  const calleeOf = (edge: string): string => nameOf(edges.get(edge)?.to ?? edge);
  return (
    <ul className={styles.branches}>
      {branches.map((branch) => {
        const { title, outcomes } = branchWords(branch, nameOf, calleeOf);
        return (
          <li key={`${title} ${outcomes.join(' ')}`}>
            <span className={styles.decides}>{title}</span>
            {outcomes.map((outcome) => (
              <span key={outcome} className={styles.outcome}>
                {outcome}
              </span>
            ))}
          </li>
        );
      })}
    </ul>
  );
}

/** The mean of the flow, which is the sum of all hops. */
function Sum({ path: { meanMs, overlapMs } }: { readonly path: RequestPath }) {
  return (
    <p className={styles.sum}>
      {meanMs === null
        ? t('Unbounded while a component is saturated.')
        : (overlapMs ?? 0) > 0
          ? t('Mean {mean}: all hops, less {overlap} that overlaps in parallel calls.', {
              mean: msText(meanMs),
              overlap: msText(overlapMs ?? 0),
            })
          : t('Mean {mean}: all hops together.', { mean: msText(meanMs) })}
    </p>
  );
}
