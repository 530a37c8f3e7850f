trigger AccountChanges on AccountChangeEvent(after insert) {
  for (AccountChangeEvent event : Trigger.new) {
    EventBus.ChangeEventHeader header = event.ChangeEventHeader;
    ChangeLog.lines.add(header.getEntityName() + ' ' + header.changeType + ' ' + event.Name);
  }
}
