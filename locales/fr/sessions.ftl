## Séances : ce qu'elles disent, et qui intervient
programme-fact-recorded = enregistrement
programme-fact-agenda-item = point de l'ordre du jour
programme-fact-audience = public admis
programme-error-duration = « { $text } » n'est pas une durée de séance. Indiquez des minutes, de 5 à 1440, ou des heures et des minutes : 1:30
programme-import-audience = Aucune catégorie n'a la lettre { $letter }.
