import { create } from 'zustand';
import type { Route } from '../../shared/diagram/route';

/** The routes that are on the screen, for what stands beside an edge. */
export const useRoutes = create<{ readonly routes: ReadonlyMap<string, Route> }>(() => ({
  routes: new Map(),
}));
