import { useState } from 'react';
import { type Assumption, assumptionTexts } from '../../../shared/edits/connection';
import type { Change } from '../../../shared/model/changes';
import type { Design, Edge } from '../../../shared/model/schema';
import { edgesOf } from '../../../shared/model/schema';
import { partNames } from '../../../shared/rules/finding-text';
import { useDocument } from '../../store/document';
import { type Editor, useEditor } from '../../store/editors';
import { resolvedOf } from '../../store/report';
import { useView } from '../../store/view';
import { language } from '../../words/language';
import { protocolTitle } from '../../words/protocol-words';
import { t, wordsOf } from '../../words/t';
import { useReadOnly } from '../parts';
import styles from './EdgeNotice.module.css';
import { EdgePopover } from './EdgePopover';

/** What was filled in on a new edge, said on it, with the other ways it could be. */
export function EdgeNotice() {
  const notice = useView((state) => state.edgeNotice);
  const isThere = useDocument(
    (state) =>
      notice !== null && state.design !== null && edgesOf(state.design).some(({ id }) => id === notice.edge),
  );
  const readOnly = useReadOnly();
  if (notice === null || !isThere || readOnly) return null;
  return (
    <EdgePopover key={notice.edge} edge={notice.edge} label={t('What was filled in')}>
      {notice.assumptions.map((assumption) => (
        <AssumptionLine
          key={`${assumption.edge} ${assumption.field}`}
          assumption={assumption}
          own={notice.edge}
        />
      ))}
    </EdgePopover>
  );
}

interface Alternative {
  readonly title: string;
  readonly patch: Extract<Change, { op: 'patch-edge' }>['patch'];
}

const protocols = ['https', 'grpc', 'tcp'] as const;

/** The other ways an edge could be: the likeliest first. */
function alternativesOf(assumption: Assumption, edge: Edge | undefined): readonly Alternative[] {
  switch (assumption.key) {
    case 'misses-of':
      return [{ title: t('all requests'), patch: { onMissOf: null } }];
    case 'async-events':
      return [{ title: t('the caller waits'), patch: { mode: null } }];
    case 'dns-lookups':
    case 'few-lookups':
      return [{ title: t('every request'), patch: { calls: null } }];
    case 'dead-letters':
      return [{ title: t('every message'), patch: { calls: null } }];
    case 'copies':
      return [{ title: t('every write'), patch: { calls: null } }];
    case 'replication':
      return [{ title: t('all requests'), patch: { flows: null, mode: null } }];
    case 'writes-only':
      return [{ title: t('all requests'), patch: { flows: null } }];
    case 'protocol-of':
      return protocols
        .filter((protocol) => protocol !== edge?.protocol)
        .map((protocol) => ({ title: protocolTitle(protocol), patch: { protocol } }));
  }
}

function sentenceOf(design: Design, { key, values }: Assumption): string {
  const { protocol } = values;
  const said = typeof protocol === 'string' ? { ...values, protocol: protocolTitle(protocol) } : values;
  return wordsOf(
    { text: assumptionTexts[key], values: said },
    partNames(resolvedOf(design).design, language()),
  );
}

function dismiss(editor: Editor, assumption: Assumption): void {
  const { edgeNotice } = editor.view.getState();
  if (edgeNotice === null) return;
  const left = edgeNotice.assumptions.filter((other) => other !== assumption);
  editor.setView({ edgeNotice: left.length === 0 ? null : { ...edgeNotice, assumptions: left } });
}

interface AssumptionLineProps {
  readonly assumption: Assumption;
  /** The edge that was drawn; the assumption may be about another. */
  readonly own: string;
}

function AssumptionLine({ assumption, own }: AssumptionLineProps) {
  const editor = useEditor();
  const design = useDocument((state) => state.design);
  const [changing, setChanging] = useState(false);
  if (design === null) return null;
  const edge = edgesOf(design).find(({ id }) => id === assumption.edge);
  const sentence = sentenceOf(design, assumption);
  const call = partNames(resolvedOf(design).design, language())(assumption.edge);
  const choose = (alternative: Alternative): void => {
    editor.edit(t('Change edge to {choice}', { choice: alternative.title }), [
      { op: 'patch-edge', id: assumption.edge, patch: alternative.patch },
    ]);
    dismiss(editor, assumption);
  };
  return (
    <div className={styles.line}>
      <span className={styles.text}>
        {assumption.edge === own ? sentence : t('{call} {sentence}', { call, sentence })}
      </span>
      {changing ? (
        alternativesOf(assumption, edge).map((alternative) => (
          <button
            key={alternative.title}
            type="button"
            className={styles.choice}
            onClick={() => choose(alternative)}
          >
            {alternative.title}
          </button>
        ))
      ) : (
        <button type="button" className={styles.action} onClick={() => setChanging(true)}>
          {t('Change')}
        </button>
      )}
      <button type="button" className={styles.quiet} onClick={() => dismiss(editor, assumption)}>
        {t('Dismiss')}
      </button>
    </div>
  );
}
