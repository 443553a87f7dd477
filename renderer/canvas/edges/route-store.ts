import { createStore } from 'zustand/vanilla';
import type { Route } from '../../../shared/diagram/route';
import type { Design } from '../../../shared/model/schema';
import { editorHook, perEditor } from '../../store/editors';

export type Routes = ReadonlyMap<string, Route>;

/** The routes that are on the screen and the design that they are of, for what is placed beside an edge and for the extent of the drawing. */
export const routesOf = perEditor(() =>
  createStore<{ readonly routes: Routes; readonly of: Design | null }>(() => ({
    routes: new Map(),
    of: null,
  })),
);

export const useRoutes = editorHook(routesOf);
