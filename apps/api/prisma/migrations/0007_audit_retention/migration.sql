-- How long the audit is kept (access.md §7): address prefixes 30 days, sign-in and links 90 days, the rest 24 months.
-- The API's role may only insert; this function runs as the owner and takes no argument, so it can forget what is old and nothing else.
create function forget_old_audit() returns void language sql security definer set search_path = public as $$
  update audit_entries set address_prefix = null
   where address_prefix is not null and at < now() - interval '30 days';
  delete from audit_entries
   where at < now() - interval '24 months'
      or (at < now() - interval '90 days'
          and action in ('sign-in', 'sign-out', 'refresh-reuse', 'request-reset', 'canEndSession', 'canCreateScorerLink', 'canCreateShareLink', 'canRevokeLink'));
$$;
create index audit_entries_at_idx on audit_entries (at);
