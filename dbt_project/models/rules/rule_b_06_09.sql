-- 06 30212, 30217, 30231, 31013 <= 09 the same item, final.
{{ cells_equal('B-06-09', [
        {
            'key': 'abroad', 'relation': '<=',
            'left': [['basic_expenditure_by_economic', '30212', 'amount']],
            'right': [['three_public', 'abroad', 'final']],
        },
        {
            'key': 'reception', 'relation': '<=',
            'left': [['basic_expenditure_by_economic', '30217', 'amount']],
            'right': [['three_public', 'reception', 'final']],
        },
        {
            'key': 'vehicle_operation', 'relation': '<=',
            'left': [['basic_expenditure_by_economic', '30231', 'amount']],
            'right': [['three_public', 'vehicle_operation', 'final']],
        },
        {
            'key': 'vehicle_purchase', 'relation': '<=',
            'left': [['basic_expenditure_by_economic', '31013', 'amount']],
            'right': [['three_public', 'vehicle_purchase', 'final']],
        },
    ]) }}
