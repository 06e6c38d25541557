"""Short forms and terms that name no body and no undertaking: technologies, methods, posts, conditions, file types.

The network sees capitals and takes some of them for organisations. A text that defines one as a body's short form wins.
"""

COMMON_TERMS = frozenset(
    """
    AI ML LLM LLMs NLP UX UI UX/UI CX EX CRM ERP SEO SEM API APIs IT ICT OSS SaaS PaaS IaaS IoT VR XR GIS GPS PDF HTML CSS XML JSON SQL URL RSS
    KPI KPIs OKR OKRs ROI SOP SOPs FAQ FAQs Q&A RSVP HR R&D M&E PPP PPPs FDI GDP GNP SME SMEs MSME MSMEs NGO NGOs CSO CSOs INGO INGOs
    ESG CSR DEI DEIA STEM STEAM TVET PhD MBA MSc BSc MPhil AMR HIV HIV/AIDS AIDS COVID COVID-19 Covid-19 SARS NCD NCDs PTSD ADHD DNA RNA mRNA CRISPR PCR
    MRI ICU EV EVs CCS CCUS LNG GHG GHGs CO2 SMR SMRs UAV UAVs UAS WMD ICBM CBRN IED IEDs SALW IUU WASH SRHR GBV LGBT LGBTQ LGBTQ+ LGBTI IDP IDPs DRR
    CBDC CBDCs NFT NFTs IPO VAT CPI RFP RFPs RFI RFIs ATO MVP RPA DevOps DevSecOps Agile Scrum Kanban CEO CEOs CFO COO CIO CIOs CTO CTOs CISO CISOs CDO CMO CPO VP
    GMT UTC CET CEST EST EDT PST BST IST EAT WAT SAST SGT JST KST TBC TBA BYOD B2B B2C 3D 4G 5G 6G WiFi Wi-Fi USB PowerPoint Excel Zoom Slack WhatsApp
    ID IDs UK US USA U.S. U.K. UAE DRC EU-wide COVID19 24/7 CV CVs PR TV HD QR VPN LAN BIM CAD ADA-compliant
    """.split()
)
