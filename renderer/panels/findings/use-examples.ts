import { useEffect, useState } from 'react';
import type { SvgPicture } from '../../../shared/formats/svg/picture';
import { lookUpIn } from '../../engine/follow';
import type { AnalyzedExample } from '../../engine/protocol';
import { useEditor } from '../../store/editors';
import { useShownTheme } from '../../store/shown-theme';

/** The examples of a rule: the first that it reports and the first that it does not; empty until they are loaded. */
export function useExamples(rule: string): readonly AnalyzedExample[] {
  const editor = useEditor();
  const [loaded, setLoaded] = useState<{
    readonly rule: string;
    readonly examples: readonly AnalyzedExample[];
  } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void lookUpIn(editor)('examples', { id: rule }).then((all) => {
      if (!isWanted || all === null) return;
      const first = [true, false].flatMap(
        (isReported) => all.find((example) => example.isReported === isReported) ?? [],
      );
      setLoaded({ rule, examples: first });
    });
    return () => {
      isWanted = false;
    };
  }, [editor, rule]);
  return loaded?.rule === rule ? loaded.examples : none;
}

const none: readonly AnalyzedExample[] = [];

export interface DrawnExample {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** The picture of an example in the theme of the window; null until it is drawn. */
export function useExamplePicture({
  design,
  analysis,
}: Pick<AnalyzedExample, 'design' | 'analysis'>): DrawnExample | null {
  const theme = useShownTheme();
  const [drawn, setDrawn] = useState<DrawnExample | null>(null);
  useEffect(() => {
    let isWanted = true;
    let url: string | null = null;
    const show = ({ svg, width, height }: SvgPicture): void => {
      if (!isWanted) return;
      url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
      setDrawn({ url, width, height });
    };
    // What draws pictures is loaded by the first page of a finding.
    void import('../../pictures/example-picture')
      .then(({ examplePicture }) => examplePicture(design, analysis, theme))
      .then(show);
    return () => {
      isWanted = false;
      // The old picture stays until the new one is loaded.
      if (url !== null) setTimeout(URL.revokeObjectURL, 1_000, url);
    };
  }, [design, analysis, theme]);
  return drawn;
}
