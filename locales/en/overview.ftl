## Overview of all rooms, everybody in a call, settings of the installation.

host-tab-overview = Overview
overview-what = All rooms, now and lately.
overview-waiting = Waiting
overview-longest = Longest wait
overview-in-calls = In calls
overview-decided = What was decided
overview-span = Time
overview-day = 24 hours
overview-week = 7 days
overview-none = Nothing in this time
overview-none-why = Whoever is let in, denied or leaves the queue is counted here.
overview-decisions = Decisions
overview-let-in = Let in
overview-denied = Denied
overview-left = Left before seen
overview-chart-day = Let in, denied and left, by hour
overview-chart-week = Let in, denied and left, by six hours
overview-chart-says = In this time { $in } were let in, { $denied } were denied and { $left } left before they were seen.
overview-begins-day = a day ago
overview-begins-week = a week ago
overview-most = at most { $count } at once
overview-as-table = The same as a table
overview-from = From
overview-by-room = By room
calls-title = People in calls
calls-what = Everybody who is in a call now, in all rooms.
calls-read-again = Read again
calls-none = Nobody is in a call
calls-room = Room
calls-since = Since
calls-first = From the beginning
calls-more = More people
installation-title = Settings
installation-what = They count for the whole installation.
installation-saved = Saved.
installation-second-factor = Admins need a second factor
installation-second-factor-means = An admin without one is asked to set it up before anything else.
installation-save = Save
installation-keep = What guests told is kept for
installation-keep-days = { $days ->
    [one] one day; set when the server starts
   *[other] { $days } days; set when the server starts
    }
