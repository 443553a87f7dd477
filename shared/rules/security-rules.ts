import type { Rule } from './rule';
import { accessReviews } from './security/access-reviews';
import { cardDataWithoutTokens } from './security/card-data-without-tokens';
import { intrusionDetection } from './security/intrusion-detection';
import { noMutualTls } from './security/no-mutual-tls';
import { noRateLimit } from './security/no-rate-limit';
import { noWebFirewall } from './security/no-web-firewall';
import { openEgress } from './security/open-egress';
import { partnerWithoutMutualTls } from './security/partner-without-mutual-tls';
import { plaintextAcrossZones } from './security/plaintext-across-zones';
import { plaintextOnTheInternet } from './security/plaintext-on-the-internet';
import { publicDataStore } from './security/public-data-store';
import { secretManager } from './security/secret-manager';
import { unauthenticatedWrites } from './security/unauthenticated-writes';
import { unencryptedAtRest } from './security/unencrypted-at-rest';
import { userCodeBesideSecrets } from './security/user-code-beside-secrets';

/** The rules of how a design is protected, a part of the list of all rules. */
export const securityRules: readonly Rule[] = [
  plaintextOnTheInternet,
  unauthenticatedWrites,
  noWebFirewall,
  noRateLimit,
  unencryptedAtRest,
  publicDataStore,
  secretManager,
  openEgress,
  noMutualTls,
  cardDataWithoutTokens,
  plaintextAcrossZones,
  partnerWithoutMutualTls,
  userCodeBesideSecrets,
  accessReviews,
  intrusionDetection,
];
