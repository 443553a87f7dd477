import { authentications, egresses } from '../vocabulary';
import { choice, field, flag } from './field';

/** Who may reach it, and what it may reach. */
export const securityFields = {
  authentication: field(choice(authentications, { 'api-key': 'API key', 'mutual-tls': 'mutual TLS' }), {
    title: 'Authentication',
  }),
  webFirewall: field(flag, { title: 'Web firewall' }),
  encryptedAtRest: field(flag, { title: 'Encrypted at rest' }),
  publicAccess: field(flag, { title: 'Public access' }),
  runsUserCode: field(flag, { title: 'Runs user code' }),
  egress: field(choice(egresses, { open: 'unrestricted', 'allow-list': 'allow list' }), { title: 'Egress' }),
};
