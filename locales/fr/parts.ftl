# Les mots des éléments communs à toutes les pages.
parts-optional = (facultatif)
parts-error = Erreur :
parts-errors = Veuillez vérifier ces champs
parts-day = Jour
parts-month = Mois
parts-year = Année
parts-search = Rechercher
parts-show = Afficher
parts-export = Exporter cette liste
parts-pages = Pages de la liste
parts-previous = Précédent
parts-next = Suivant
parts-where = Où vous êtes
parts-cancel = Annuler
parts-undo = Annuler cette action
parts-of-total = sur { $total }
