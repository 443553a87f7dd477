import { type RefObject, useEffect, useState } from 'react';
import { useShownTheme } from '../store/shown-theme';
import type { DesignSummary } from '../store/workspace';

/** Pictures are drawn so far ahead of what is seen, px. */
const aheadPx = 300;

/** The address of a design's picture in the theme of the window, drawn once its element comes near the view; null until then. */
export function useDesignPicture(
  { id, updatedAt }: Pick<DesignSummary, 'id' | 'updatedAt'>,
  element: RefObject<HTMLElement | null>,
): string | null {
  const theme = useShownTheme();
  const [isNear, setIsNear] = useState(false);
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    if (element.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setIsNear(true);
      },
      { rootMargin: `${aheadPx}px` },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  useEffect(() => {
    if (!isNear) return undefined;
    let isWanted = true;
    // What draws pictures is loaded after the page stands.
    void import('./design-picture')
      .then(({ designPicture }) => designPicture(id, updatedAt, theme))
      .then((address) => {
        if (isWanted) setSource(address);
      });
    return () => {
      isWanted = false;
    };
  }, [isNear, id, updatedAt, theme]);
  return source;
}
