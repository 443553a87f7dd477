import { beforeEach, expect, test } from 'vitest';
import { addComponent } from '../../../renderer/canvas/place';
import { connectNodes } from '../../../renderer/canvas/tools/connect-nodes';
import { currentDesign, openDesign, useDocument } from '../../../renderer/store/document';
import { activeEditor } from '../../../renderer/store/editors';
import { select, useSelection } from '../../../renderer/store/selection';
import { resetView, useView } from '../../../renderer/store/view';
import { emptyDesign } from '../../../shared/model/empty-design';
import { edgesOf, flowsOf, nodesOf } from '../../../shared/model/schema';

const design = () => {
  const open = currentDesign();
  if (open === null) throw new Error('no design is open');
  return open;
};
const calls = () => edgesOf(design()).map(({ from, to }) => `${from} > ${to}`);

beforeEach(() => {
  resetView();
  openDesign(emptyDesign('new', 'New', '2026-01-01T00:00:00.000Z'));
});

test('a client brings its first flow, in one step', () => {
  const id = addComponent(activeEditor(), 'client');
  expect(flowsOf(design()).map(({ entry, rate }) => [entry, rate.rps])).toEqual([[id, 1000]]);
  expect(useDocument.getState().past).toHaveLength(1);
  expect([...useSelection.getState().ids]).toEqual([id]);
});

test('one after the other they make a chain', () => {
  for (const kind of ['client', 'cdn', 'load-balancer', 'service']) addComponent(activeEditor(), kind);
  expect(calls()).toEqual(['client > cdn', 'cdn > load-balancer', 'load-balancer > service']);
});

test('a store added behind a cache is called by the cache’s caller, for the misses', () => {
  for (const kind of ['client', 'service', 'cache', 'sql-database']) addComponent(activeEditor(), kind);
  expect(calls()).toContain('service > sql-database');
  expect(edgesOf(design()).find(({ to }) => to === 'sql-database')?.onMissOf).toBe('cache');
  expect(useView.getState().edgeNotice?.assumptions.map(({ key }) => key)).toContain('misses-of');
});

test('asked only to be placed, it is not connected', () => {
  addComponent(activeEditor(), 'client');
  addComponent(activeEditor(), 'service', { connect: false });
  expect(calls()).toEqual([]);
});

test('a client added beside a node that nothing calls is its caller, to the left', () => {
  addComponent(activeEditor(), 'service');
  addComponent(activeEditor(), 'client');
  expect(calls()).toEqual(['client > service']);
  const places = design().layout?.nodes ?? {};
  expect(places['client']?.x).toBeLessThan(places['service']?.x ?? 0);
});

test('the second of a kind gets a number, so that the two can be distinguished', () => {
  addComponent(activeEditor(), 'service');
  addComponent(activeEditor(), 'service', { connect: false });
  expect(nodesOf(design()).map(({ name }) => name)).toEqual([undefined, 'Service 2']);
});

test('a second edge of a distributor asks what it carries once there are two flows', () => {
  for (const kind of ['client', 'load-balancer', 'service']) addComponent(activeEditor(), kind);
  select(['load-balancer']);
  addComponent(activeEditor(), 'service');
  expect(useView.getState().edgeChips).toBeNull();
  addComponent(activeEditor(), 'client', { connect: false });
  select(['load-balancer']);
  const third = addComponent(activeEditor(), 'service');
  expect(useView.getState().edgeChips).toBe(edgesOf(design()).find(({ to }) => to === third)?.id);
});

test('nothing is drawn to a source, and no edge twice', () => {
  addComponent(activeEditor(), 'client');
  addComponent(activeEditor(), 'service');
  expect(connectNodes(activeEditor(), 'service', 'client')).toBe(false);
  expect(connectNodes(activeEditor(), 'client', 'service')).toBe(false);
  expect(calls()).toEqual(['client > service']);
  expect([...useSelection.getState().ids]).toEqual([edgesOf(design())[0]?.id]);
});
