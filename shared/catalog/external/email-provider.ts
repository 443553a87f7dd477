import { assumed, listPrice, managedAvailability, requestPrice, sla, unreadSla } from '../basis';
import type { Kind } from '../kind';
import { providerFields, providerMain } from './provider-fields';

/** Sends mail that is not taken for junk. */
export const emailProvider: Kind = {
  id: 'email-provider',
  title: 'Email provider',
  layer: 'external',
  icon: 'mail',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Sends mail in your name, keeps your reputation with mailboxes and reports what came back.',
  limited: 'About 100 mails a second; a new account starts with a few.',
  keywords: ['mail', 'smtp', 'transactional', 'newsletter', 'bounce', 'campaign', 'mta'],
  technologies: [
    {
      name: 'SES',
      aliases: ['amazon ses', 'simple email service'],
      limited: '14 mails a second when an account leaves the sandbox; it grows with what was sent well.',
      defaults: {
        requestUsdPerMillion: requestPrice(
          100,
          '0.10 for a thousand mails',
          'https://aws.amazon.com/ses/pricing/',
        ),
        quotaRps: assumed(14, 'Mails a second outside the sandbox; it can be raised', [1, 5000]),
        serviceMs: assumed(140, 'Until the mail is accepted, p99 700 ms', [30, 1000]),
        concurrency: assumed(
          4,
          'Twice what the quota of 14 mails a second at 140 ms each needs: the quota refuses first',
          [1, 500],
        ),
        slaAvailability: sla(0.999, 'SES'),
        unitCostUsd: listPrice(0, 'No fixed price; 0.10 US dollars a thousand mails'),
      },
    },
    {
      name: 'SendGrid',
      aliases: ['twilio sendgrid'],
      defaults: { slaAvailability: unreadSla(0.9995, 'SendGrid') },
    },
    {
      name: 'Mailgun',
      icon: 'mailgun',
      aliases: ['postmark', 'mailjet', 'sparkpost', 'resend', 'brevo'],
      defaults: { slaAvailability: unreadSla(0.9999, 'Mailgun') },
    },
  ],
  defaults: {
    requestUsdPerMillion: requestPrice(500, 'About 0.50 for a thousand mails'),
    quotaRps: assumed(100, 'An account that has sent well for some months', [1, 10_000]),
    serviceMs: assumed(100, 'Until the mail is accepted, p99 500 ms; it arrives seconds later', [30, 1000]),
    concurrency: assumed(
      20,
      'Twice what the quota of 100 mails a second at 100 ms each needs: the quota refuses first',
      [1, 1000],
    ),
    cv: assumed(1.08, 'p99 500 ms ÷ mean 100 ms of a gamma service time', [0.5, 3]),
    instanceAvailability: managedAvailability,
    unitCostUsd: listPrice(0, 'No fixed price; about 0.50 US dollars a thousand mails'),
  },
  main: providerMain,
  more: providerFields,
};
