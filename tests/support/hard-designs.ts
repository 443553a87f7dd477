import type { Design } from '../../shared/model/schema';
import { groupKinds } from '../../shared/model/vocabulary';

const head = { format: 'loadline', version: 1 } as const;
const across = 308;
const down = 160;

/** Edges with long words of their own, on cards as far apart as they are put when they are added. */
export const longLabels: Design = {
  ...head,
  id: 'long-labels',
  name: 'Long labels',
  system: {
    nodes: [
      { id: 'user', kind: 'client', name: 'Users' },
      { id: 'api', kind: 'service', name: 'API' },
      { id: 'db', kind: 'sql-database', name: 'Orders' },
      { id: 'queue', kind: 'queue', name: 'Events' },
    ],
    edges: [
      { id: 'user-api', from: 'user', to: 'api', label: 'places and changes an order 30' },
      { id: 'api-db', from: 'api', to: 'db', label: 'writes the order and its items' },
      {
        id: 'api-queue',
        from: 'api',
        to: 'queue',
        mode: 'async',
        label: 'OrderPlaced, OrderChanged, OrderCancelled',
      },
    ],
    flows: [{ id: 'order', name: 'Order', kind: 'write', entry: 'user', rate: { rps: 1200 } }],
  },
  layout: {
    nodes: {
      user: { x: 0, y: 0 },
      api: { x: across, y: 0 },
      db: { x: 2 * across, y: 0 },
      queue: { x: 2 * across, y: down },
    },
  },
};

/** The same without a flow, so that its edges say nothing but their own words. */
export const longLabelsAlone: Design = {
  ...longLabels,
  id: 'long-labels-alone',
  system: { ...longLabels.system, flows: [] },
};

const names = [
  'A service with a name that is far too long for its card',
  'Платёжный шлюз и проверка заказов',
  '订单服务与库存同步系统的数据仓库',
  'خدمة إدارة الطلبات والمدفوعات',
  'שירות הזמנות ותשלומים',
  'सदस्यता सेवा और भुगतान',
  'ระบบจัดการคำสั่งซื้อและการชำระเงิน',
  '👩🏽‍💻 Team 🇩🇪 👨‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'e\u0301te\u0301 \u1112\u1161\u11ab\u1100\u1173\u11af',
] as const;

/** Every kind of group, groups in groups, notes and texts, names in many scripts, mixed directions, calls of every look. */
export const everyLook: Design = {
  ...head,
  id: 'every-look',
  name: 'Every look',
  system: {
    nodes: [
      { id: 'user', kind: 'client', name: 'Visitors and partners' },
      ...names.map((name, at) => ({
        id: `n${at}`,
        kind:
          (
            [
              'service',
              'service',
              'sql-database',
              'cache',
              'queue',
              'worker',
              'cdn',
              'load-balancer',
              'custom',
            ] as const
          )[at] ?? 'custom',
        name,
        ...(at % 2 === 0 ? {} : { technology: name }),
      })),
    ],
    edges: [
      { id: 'in', from: 'user', to: 'n0' },
      { id: 'slow', from: 'n0', to: 'n1', label: 'قراءة الطلبات من قاعدة البيانات' },
      { id: 'async', from: 'n0', to: 'n4', mode: 'async', label: '👍🏿 queued' },
      { id: 'store', from: 'n1', to: 'n2' },
    ],
    flows: [
      {
        id: 'read',
        name: 'Посмотреть заказ и его историю',
        kind: 'read',
        entry: 'user',
        rate: { rps: 25_000 },
        targets: { p99Ms: 200 },
      },
      { id: 'write', name: '订单', kind: 'write', entry: 'user', rate: { rps: 90 } },
    ],
    groups: groupKinds.map((kind, at) => ({
      id: kind,
      kind,
      ...(at % 2 === 0 ? { name: `${kind}: ${names[at] ?? ''}` } : {}),
    })),
  },
  layout: {
    nodes: {
      user: { x: 0, y: 0 },
      ...Object.fromEntries(
        names.map((_, at) => [`n${at}`, { x: across * (1 + (at % 3)), y: down * Math.floor(at / 3) }]),
      ),
    },
    groups: Object.fromEntries(
      groupKinds.map((kind, at) => [
        kind,
        { x: (at % 3) * across, y: 560 + Math.floor(at / 3) * 180, width: 280, height: 140 },
      ]),
    ),
    marks: [
      {
        id: 'note',
        kind: 'note',
        x: 0,
        y: 200,
        text: 'Plain words that break at spaces, andonewordthatistoolongforthewholeline.\n\nA second paragraph.',
      },
      {
        id: 'scripts',
        kind: 'note',
        x: 0,
        y: 330,
        width: 220,
        text: '👩‍👩‍👧‍👦🇩🇪 مرحبا بالعالم · 数据库负责保存所有订单和付款记录 · Привет',
      },
      { id: 'text', kind: 'text', x: 1360, y: 0, text: 'A text\nof two lines' },
      {
        id: 'wide',
        kind: 'text',
        x: 1360,
        y: 80,
        width: 120,
        text: 'A text with a width breaks where it must',
      },
    ],
  },
};

export const hardDesigns: readonly Design[] = [longLabels, longLabelsAlone, everyLook];
