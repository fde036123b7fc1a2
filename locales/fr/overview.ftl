## Overview of all rooms, everybody in a call, settings of the installation.

host-tab-overview = Aperçu
overview-what = Toutes les salles, maintenant et récemment.
overview-waiting = En attente
overview-longest = Plus longue attente
overview-in-calls = En appel
overview-decided = Ce qui a été décidé
overview-span = Période
overview-day = 24 heures
overview-week = 7 jours
overview-none = Rien pendant cette période
overview-none-why = Qui est admis, refusé ou quitte la file est compté ici.
overview-decisions = Décisions
overview-let-in = Admis
overview-denied = Refusés
overview-left = Partis avant
overview-chart-day = Admis, refusés et partis, par heure
overview-chart-week = Admis, refusés et partis, par six heures
overview-chart-says = Pendant cette période, admis : { $in }, refusés : { $denied }, partis avant d’être vus : { $left }.
overview-begins-day = il y a un jour
overview-begins-week = il y a une semaine
overview-most = au plus { $count } à la fois
overview-as-table = La même chose en tableau
overview-from = À partir de
overview-by-room = Par salle
calls-title = Personnes en appel
calls-what = Toutes les personnes en appel en ce moment, dans toutes les salles.
calls-read-again = Relire
calls-none = Personne n’est en appel
calls-room = Salle
calls-since = Depuis
calls-first = Depuis le début
calls-more = Plus de personnes
installation-title = Réglages
installation-what = Ils valent pour toute l’installation.
installation-saved = Enregistré.
installation-second-factor = Les admins ont besoin d’un second facteur
installation-second-factor-means = Un admin qui n’en a pas est invité à le configurer avant toute autre chose.
installation-save = Enregistrer
installation-keep = Ce que disent les invités est gardé
installation-keep-days = { $days ->
    [one] { $days } jour ; fixé au démarrage du serveur
   *[other] { $days } jours ; fixé au démarrage du serveur
    }
