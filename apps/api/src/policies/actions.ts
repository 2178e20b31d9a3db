/** The names of access.md §2, as the audit and the door of the log speak them. A test holds them against permissions.csv. */
export const actions = [
  'canChangeAccount', 'canExportAccount', 'canDeleteAccount', 'canEndSession', 'canLockUser', 'canSetPlatformRole',
  'canOperate', 'canReadAudit', 'canCreatePerson', 'canSeeMinorName', 'canSeeMinorPicture', 'canSeeContact',
  'canSeeBirthDate', 'canSeeEligibility', 'canSeeCareer', 'canRenamePerson', 'canEditPrivate', 'canWidenDisplay',
  'canNarrowDisplay', 'canInviteGuardian', 'canEndGuardianship', 'canClaimPerson', 'canMergePersons',
  'canErasePerson', 'canCreateLeague', 'canEditLeague', 'canAppointLeagueAdmin', 'canCloseLeague', 'canEnterTeam',
  'canSeeStandings', 'canCreateTeam', 'canSeeRoster', 'canEditTeam', 'canEditRoster', 'canAddGuest',
  'canAcceptTransfer', 'canAppointCoach', 'canInvite', 'canRemoveMember', 'canFollowTeam', 'canCreateGame',
  'canAcceptGame', 'canEditGame', 'canSetVisibility', 'canWatchGame', 'canSeeVenue', 'canScore', 'canCorrect',
  'canChangeRuleSet', 'canSettleHeldPlays', 'canFinalize', 'canReopen', 'canAssignScorer', 'canCreateScorerLink',
  'canCreateShareLink', 'canRevokeLink', 'canSeePresence', 'canReadLog', 'canUseNote', 'canSeePlayingTime',
  'canExportBoxScore', 'canExportSeason', 'canAnswerAvailability', 'canSeeAvailability', 'canAnnounce',
  'canReadAnnouncement', 'canSubscribeCalendar', 'canUploadMedia', 'canSetPicture', 'canPublishMedia',
  'canDeleteMedia',
] as const;

export type Action = (typeof actions)[number];
