import { assumed, listPrice, managedAvailability, unreadSla } from '../basis';
import type { Kind } from '../kind';
import { providerFields, providerMain } from './provider-fields';

/** Takes money from cards and accounts. */
export const paymentProvider: Kind = {
  id: 'payment-provider',
  title: 'Payment provider',
  layer: 'external',
  icon: 'credit-card',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Takes money from cards and accounts, asks the bank and keeps the card numbers from you.',
  limited: '100 calls a second on a live account until more is agreed.',
  keywords: ['psp', 'payments', 'checkout', 'card', 'acquirer', 'billing', 'refund'],
  technologies: [
    { name: 'Stripe', icon: 'stripe', aliases: ['stripe payments', 'stripe billing'] },
    {
      name: 'Adyen',
      aliases: ['adyen checkout'],
      defaults: {
        serviceMs: assumed(400, 'An authorization, p99 1.6 s', [150, 3000]),
        concurrency: assumed(
          80,
          'No quota is published; twice what 100 calls a second at 400 ms need is assumed',
          [10, 4000],
        ),
        slaAvailability: unreadSla(0.999, 'Adyen'),
      },
    },
    {
      name: 'PayPal',
      icon: 'paypal',
      aliases: ['braintree', 'venmo'],
      limited: 'About 50 calls a second: its limit is not published and moves with the account.',
      defaults: {
        quotaRps: assumed(50, 'Not published; slowed down when it finds a caller unusual', [5, 1000]),
        serviceMs: assumed(800, 'A capture, p99 3.2 s', [300, 5000]),
        concurrency: assumed(
          80,
          'Twice what 50 calls a second at 800 ms each need: the limit refuses first',
          [4, 1000],
        ),
      },
    },
    { name: 'Checkout.com', aliases: ['worldpay', 'mollie', 'square', 'klarna'] },
  ],
  defaults: {
    quotaRps: assumed(100, 'Class of Stripe in live mode; it can be raised', [25, 10_000]),
    serviceMs: assumed(500, 'An authorization with the bank behind it, p99 2 s', [150, 5000]),
    concurrency: assumed(
      100,
      'Twice what the quota of 100 calls a second at 500 ms each needs: the quota refuses first',
      [10, 5000],
    ),
    cv: assumed(0.87, 'p99 2 s ÷ mean 500 ms of a gamma service time', [0.5, 3]),
    instanceAvailability: managedAvailability,
    unitCostUsd: listPrice(0, 'No fixed price; 2.9 % and 0.30 US dollars a payment'),
  },
  main: providerMain,
  more: providerFields,
};
