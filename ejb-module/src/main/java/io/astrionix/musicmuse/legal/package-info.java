/**
 * What the operator says about data and proves of it: privacy policy, cookie policy and terms in versions, notices of their
 * changes, who was shown what, the record of processing activities, processors, disclosures and transfers of business.
 * Uses shared, the data map, audit, notification, accounts and privacy.
 */
package io.astrionix.musicmuse.legal;
