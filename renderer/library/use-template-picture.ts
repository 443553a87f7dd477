import { useEffect, useState } from 'react';
import type { Design } from '../../shared/model/schema';
import { useShownTheme } from '../store/shown-theme';

/** The address of a design's picture in the theme of the window; null until it is drawn. */
export function useTemplatePicture(design: Design): string | null {
  const theme = useShownTheme();
  const [source, setSource] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    // What draws pictures is loaded after the page stands.
    void import('./template-picture').then(({ templatePicture }) => {
      if (wanted) setSource(templatePicture(design, theme));
    });
    return () => {
      wanted = false;
    };
  }, [design, theme]);
  return source;
}
