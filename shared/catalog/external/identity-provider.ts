import { assumed, listPrice, managedAvailability, serverAvailability, sla, unreadSla } from '../basis';
import type { Kind } from '../kind';
import { providerFields, providerMain } from './provider-fields';

/** Says who somebody is. */
export const identityProvider: Kind = {
  id: 'identity-provider',
  title: 'Identity provider',
  layer: 'external',
  icon: 'id-card',
  behaviour: 'station',
  managed: true,
  maxScaleUp: 1,
  purpose: 'Signs people in and gives them tokens that your services can check by themselves.',
  limited: '100 sign-ins a second; requests that only check a token do not come here.',
  keywords: ['idp', 'auth', 'login', 'oauth', 'oidc', 'sso', 'saml', 'users', 'directory'],
  technologies: [
    {
      name: 'Auth0',
      icon: 'auth0',
      aliases: ['auth zero'],
      defaults: { slaAvailability: unreadSla(0.9999, 'Auth0') },
    },
    {
      name: 'Okta',
      icon: 'okta',
      aliases: ['okta workforce', 'onelogin', 'ping identity'],
      limited: 'About 33 tokens a second, 2 000 a minute, until more is agreed.',
      defaults: {
        quotaRps: assumed(33, '2 000 requests a minute for tokens', [10, 500]),
        serviceMs: assumed(120, 'A token, p99 600 ms', [30, 1000]),
        concurrency: assumed(
          8,
          'Twice what the quota of 33 tokens a second at 120 ms each needs: the quota refuses first',
          [1, 60],
        ),
        slaAvailability: unreadSla(0.9999, 'Okta'),
      },
    },
    {
      name: 'Cognito',
      aliases: ['amazon cognito', 'user pool'],
      limited: '120 sign-ins a second in a region until more is agreed.',
      defaults: {
        quotaRps: assumed(120, 'Sign-ins a second of an account; it can be raised', [25, 2000]),
        concurrency: assumed(
          20,
          'Twice what the quota of 120 sign-ins a second at 80 ms each needs: the quota refuses first',
          [2, 160],
        ),
        slaAvailability: sla(0.999, 'Cognito'),
      },
    },
    {
      name: 'Entra ID',
      aliases: ['azure ad', 'azure active directory', 'microsoft entra', 'adfs'],
      defaults: { slaAvailability: sla(0.9999, 'Azure Active Directory') },
    },
    {
      name: 'Keycloak',
      aliases: ['self-hosted idp', 'zitadel', 'authentik', 'ory'],
      managed: false,
      limited: 'About 490 sign-ins with a password a second on four servers: hashing takes the time.',
      defaults: {
        replicas: assumed(4, 'Four servers of 8 virtual CPUs', [1, 50]),
        quotaRps: assumed(
          490,
          'No quota but its own servers: 15 sign-ins a second a virtual CPU',
          [30, 6000],
        ),
        serviceMs: assumed(65, 'A sign-in with a password, p99 325 ms; a token is renewed in 8 ms', [5, 200]),
        concurrency: assumed(8, 'A sign-in a virtual CPU', [2, 64]),
        instanceAvailability: serverAvailability,
        unitCostUsd: listPrice(250, 'A server of 8 virtual CPUs'),
      },
    },
  ],
  defaults: {
    quotaRps: assumed(100, 'Class of Auth0 in production; it can be raised', [10, 2000]),
    serviceMs: assumed(80, 'A sign-in, p99 400 ms', [10, 1000]),
    concurrency: assumed(
      16,
      'Twice what the quota of 100 sign-ins a second at 80 ms each needs: the quota refuses first',
      [1, 200],
    ),
    cv: assumed(1.08, 'p99 400 ms ÷ mean 80 ms of a gamma service time', [0.5, 3]),
    instanceAvailability: managedAvailability,
    unitCostUsd: listPrice(0, 'Mostly paid by the active user'),
  },
  main: providerMain,
  more: providerFields,
};
