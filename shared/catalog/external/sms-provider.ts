import { assumed, listPrice, requestPrice, sla, unreadSla } from '../basis';
import type { Kind } from '../kind';
import { providerFields, providerMain } from './provider-fields';

/** Sends text messages through the networks of telephone companies. */
export const smsProvider: Kind = {
  id: 'sms-provider',
  title: 'SMS provider',
  layer: 'external',
  icon: 'message-square',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Sends text messages to telephones, for codes and for those who have no app.',
  limited: '100 messages a second from a short code, one a second from an ordinary number.',
  keywords: ['text message', 'otp', 'one-time password', 'two-factor', 'short code', 'whatsapp', 'phone'],
  technologies: [
    {
      name: 'Twilio',
      aliases: ['twilio sms', 'twilio verify'],
      defaults: { slaAvailability: unreadSla(0.9995, 'Twilio') },
    },
    {
      name: 'Vonage',
      aliases: ['nexmo', 'sinch', 'infobip', 'messagebird', 'plivo'],
      limited: '30 calls a second on an account until more is agreed.',
      defaults: {
        quotaRps: assumed(30, 'Calls a second of an account; it can be raised', [1, 500]),
        concurrency: assumed(
          12,
          'Twice what the quota of 30 calls a second at 200 ms each needs: the quota refuses first',
          [1, 100],
        ),
      },
    },
    {
      name: 'SNS SMS',
      aliases: ['amazon sns sms', 'pinpoint', 'aws end user messaging'],
      limited: '20 messages a second in a region until more is agreed.',
      defaults: {
        quotaRps: assumed(20, 'Messages a second in us-east-1; it can be raised', [1, 3000]),
        concurrency: assumed(
          8,
          'Twice what the quota of 20 messages a second at 200 ms each needs: the quota refuses first',
          [1, 600],
        ),
        slaAvailability: sla(0.999, 'SNS'),
      },
    },
  ],
  defaults: {
    requestUsdPerMillion: requestPrice(8000, 'About 0.008 a message in the United States'),
    quotaRps: assumed(100, 'Messages a second of a short code; an ordinary number sends one', [1, 1000]),
    serviceMs: assumed(200, 'Until the message is accepted, p99 1 s; it arrives seconds later', [50, 2000]),
    concurrency: assumed(
      40,
      'Twice what the quota of 100 messages a second at 200 ms each needs: the quota refuses first',
      [1, 200],
    ),
    cv: assumed(1.08, 'p99 1 s ÷ mean 200 ms of a gamma service time', [0.5, 3]),
    instanceAvailability: assumed(0.999, 'The networks behind it are less sure than it is', [0.99, 0.9999]),
    unitCostUsd: listPrice(0, 'No fixed price; about 0.008 US dollars a message in the United States'),
  },
  main: providerMain,
  more: providerFields,
};
