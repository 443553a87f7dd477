import { type CSSProperties, useEffect, useState } from 'react';
import { palettes } from '../../../shared/diagram/palette';
import { svgOptions } from '../../../shared/formats/svg/options';
import type { SvgPicture } from '../../../shared/formats/svg/picture';
import { fittingScale } from '../../pictures/rasterize';
import { type Export, previewOf } from '../../pictures/write-open';
import { useReport } from '../../store/report';
import { Icon } from '../../ui/Icon';
import { t } from '../../words/t';
import { leastTextPt, pageWidthPx, textPtAtPageWidth } from './legibility';
import styles from './PicturePreview.module.css';

interface PicturePreviewProps {
  readonly what: Export;
  readonly scale: number;
}

interface Drawn {
  readonly picture: SvgPicture;
  readonly url: string;
}

/** The picture at page width, with a warning where its text would be too small to read. */
export function PicturePreview({ what, scale }: PicturePreviewProps) {
  const drawn = useDrawn(what);
  if (drawn === null) return <div className={styles.frame} aria-busy="true" />;
  const { picture, url } = drawn;
  const { theme, background } = svgOptions.parse(what.options);
  const pt = textPtAtPageWidth(picture.svg, picture.width);
  const fitting = fittingScale(picture, scale);
  const size = `${Math.round(picture.width * fitting)} × ${Math.round(picture.height * fitting)} px`;
  return (
    <>
      <div
        className={styles.frame}
        data-transparent={background === 'none' ? '' : undefined}
        style={groundOf(theme)}
      >
        <img
          src={url}
          alt={t('Preview of the picture')}
          width={Math.min(pageWidthPx, picture.width)}
          className={styles.picture}
        />
      </div>
      <p className={styles.size}>
        <span>{size}</span>
        {fitting < scale ? <span>{t('reduced to the largest size that a browser draws')}</span> : null}
      </p>
      {pt !== null && pt < leastTextPt ? (
        <p className={styles.warning}>
          <Icon name="triangle-alert" size={16} label={t('Warning')} />
          <span>
            {t(
              'At page width the smallest text is {pt} pt; below {least} pt it is hard to read. Export a selection, or use a landscape page.',
              {
                pt: Number(pt.toFixed(1)),
                least: leastTextPt,
              },
            )}
          </span>
        </p>
      ) : null}
    </>
  );
}

/** A transparent picture is shown on squares in the colours of its theme. */
function groundOf(theme: 'light' | 'dark'): CSSProperties {
  const { line, panel } = palettes[theme];
  return { '--square': line, '--under': panel } as CSSProperties;
}

function useDrawn({ design, ...how }: Export): Drawn | null {
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const analysis = useReport((state) => state.analysis);
  // Each render makes new option objects: they are compared by value.
  const key = JSON.stringify(how);
  useEffect(() => {
    let wanted = true;
    let url: string | null = null;
    const read: Omit<Export, 'design'> = JSON.parse(key);
    void previewOf({ design, ...read }, { analysis, findings: [] }).then((picture) => {
      if (!wanted) return;
      url = URL.createObjectURL(new Blob([picture.svg], { type: 'image/svg+xml' }));
      setDrawn({ picture, url });
    });
    return () => {
      wanted = false;
      // The old picture stays visible until the new one is loaded.
      if (url !== null) setTimeout(URL.revokeObjectURL, 1_000, url);
    };
  }, [design, key, analysis]);
  return drawn;
}
