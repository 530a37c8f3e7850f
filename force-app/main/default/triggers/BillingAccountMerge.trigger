/** Two accounts become one: their links do, too. */
trigger BillingAccountMerge on Account(after delete) {
  BillingMergedAccounts.adoptLinks(Trigger.old);
}
